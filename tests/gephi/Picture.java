// The picture that Gephi's own preview makes of a graph file: java -cp gephi-toolkit-0.10.1-all.jar Picture.java FILE OUT.svg FONT
import java.awt.Font;
import java.io.File;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.preview.SVGExporter;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

public class Picture {
    public static void main(String[] arguments) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        importer.process(importer.importFile(new File(arguments[0])), new DefaultProcessor(), projects.getCurrentWorkspace());
        // What a user clicks in the preview: names, in a font that has them. Colours, sizes and places are the file's.
        PreviewProperties looks = Lookup.getDefault().lookup(PreviewController.class).getModel().getProperties();
        looks.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
        looks.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, false);
        looks.putValue(PreviewProperty.NODE_LABEL_FONT, new Font(arguments[2], Font.PLAIN, 30));
        looks.putValue(PreviewProperty.SHOW_EDGE_LABELS, true);
        looks.putValue(PreviewProperty.EDGE_LABEL_FONT, new Font(arguments[2], Font.PLAIN, 20));
        looks.putValue(PreviewProperty.EDGE_CURVED, false);
        SVGExporter exporter = (SVGExporter) Lookup.getDefault().lookup(ExportController.class).getExporter("svg");
        exporter.setWorkspace(projects.getCurrentWorkspace());
        try (Writer out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            exporter.setWriter(out);
            exporter.execute();
        }
        System.exit(0);
    }
}
