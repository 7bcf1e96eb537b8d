// What Gephi's own importer makes of a graph file, as JSON lines: java -cp gephi-toolkit-0.10.1-all.jar Look.java FILE
// [OUT]: with OUT, the graph is written again by Gephi's exporter.
import java.io.File;
import java.io.PrintStream;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

public class Look {
    static final PrintStream OUT = new PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8);

    public static void main(String[] arguments) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(arguments[0]));
        importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        Graph graph = model.getGraph();
        for (Node node : graph.getNodes()) {
            OUT.printf("{\"kind\":\"node\",\"id\":%s,\"label\":%s,\"x\":%s,\"y\":%s,\"size\":%s,\"rgb\":[%d,%d,%d],\"type\":%s}%n",
                text(node.getId()), text(node.getLabel()), node.x(), node.y(), node.size(),
                (int) (node.r() * 255 + .5), (int) (node.g() * 255 + .5), (int) (node.b() * 255 + .5),
                text(attribute(node, "type")));
        }
        for (Edge edge : graph.getEdges()) {
            Interval[] spells = edge.getIntervals();
            OUT.printf("{\"kind\":\"edge\",\"source\":%s,\"target\":%s,\"label\":%s,\"weight\":%s,\"parallel\":%s,\"start\":%s,\"end\":%s,\"sentence\":%s}%n",
                text(edge.getSource().getId()), text(edge.getTarget().getId()), text(edge.getLabel()), edge.getWeight(),
                text(edge.getTypeLabel()), spells.length > 0 ? spells[0].getLow() : null,
                spells.length > 0 ? spells[0].getHigh() : null, text(attribute(edge, "sentence")));
        }
        Interval bounds = model.getTimeBounds();
        OUT.printf("{\"kind\":\"graph\",\"dynamic\":%s,\"low\":%s,\"high\":%s}%n", model.isDynamic(), finite(bounds.getLow()), finite(bounds.getHigh()));
        if (arguments.length > 1) {
            Lookup.getDefault().lookup(ExportController.class).exportFile(new File(arguments[1]));
        }
        System.exit(0);
    }

    static Object attribute(org.gephi.graph.api.Element element, String name) {
        return element.getTable().hasColumn(name) ? element.getAttribute(name) : null;
    }

    static String finite(double value) {
        return Double.isInfinite(value) ? "null" : Double.toString(value);
    }

    static String text(Object value) {
        if (value == null) {
            return "null";
        }
        StringBuilder out = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            out.append(c == '"' || c == '\\' || c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return out.append('"').toString();
    }
}
