import { test } from "node:test";
import assert from "node:assert/strict";
import { sheet } from "../../../kg/draw/page/js/sheet.js";
import { clip, columns, pieces, post, wrap } from "../../../kg/draw/page/js/text.js";
import { citation, rejection, removal } from "../../../kg/draw/page/js/cite.js";
import { svg } from "../../../kg/draw/page/js/svg.js";
import { speaker } from "../../../kg/draw/page/js/words.js";
import { graphOf } from "./graph.js";

test("names in lines of even length", () => {
  assert.deepEqual(wrap("李明远"), ["李明远"]);
  assert.deepEqual(wrap("云岭省绿色能源股份有限公司"), ["云岭省绿色能源", "股份有限公司"]);
  assert.deepEqual(wrap("西北电子公文库AI模型训练基地"), ["西北电子公文库", "AI模型训练基地"]);
  assert.deepEqual(wrap(""), ["␠"]);
  assert.deepEqual(wrap(" a\n b "), ["a b"]);
  assert.deepEqual(wrap("长".repeat(100)), ["长".repeat(10), "长".repeat(10), `${"长".repeat(9)}…`]);
  assert.ok(wrap("科学技术（科协）、教育组、医药卫生、社会福利组讨论").every((line) => !"，。、）".includes(line[0])));
  assert.equal(columns("ab中"), 4);
});
test("a cut never halves a character", () => assert.equal(clip("𠮷野町", 1), "𠮷…"));
test("marks hold behind characters outside the first plane, ends before triggers", () => {
  assert.deepEqual(pieces("𠮷野见王五。", [[2, 3, "trigger"], [0, 2, "subject"], [3, 5, "object"], [0, 5, "context"]]),
    [["𠮷野", "subject"], ["见", "trigger"], ["王五", "object"], ["。", ""]]);
});
test("spans outside the sentence are left out", () => assert.deepEqual(pieces("一句", [[-1, 1, "subject"], [0, 9, "object"]]), [["一句", ""]]));
test("a long sentence is cut around its first mark", () => {
  const text = pieces(`${"啊".repeat(200)}王五${"啊".repeat(200)}`, [[200, 202, "subject"]], 100);
  assert.ok(text.some(([words, role]) => words === "王五" && role === "subject"));
  assert.equal(text[0][0], "…");
});
test("a citation after GB/T 7714", () => {
  assert.equal(citation(["青江新桥通车", "2024-03-27", "宁河日报-2024.txt"]), "青江新桥通车[N]. 宁河日报, 2024-03-27.");
  assert.equal(citation(["", "", "003.txt"]), "003.txt[N]. 003.txt.");
});
test("a correction is one line and no formula", () => {
  const graph = graphOf([["Person", "=甲"], ["Organization", '乙"司']], [["=甲", "HOLDS_POSITION", '乙"司']]);
  const item = { text: "他说，\n好。", article: ["标题", "", "甲报.txt"] };
  assert.equal(rejection(graph, 0, item), `否定,Person,'=甲,,HOLDS_POSITION,Organization,"乙""司",,,他说， 好。,,,`);
  assert.equal(removal(graph, 1), '删除,Organization,"乙""司",,,,,,,,,,');
});
test("a day without a year is none for a citation", () => assert.equal(citation(["青江新桥通车", "--03-27", "宁河日报.txt"]), "青江新桥通车[N]. 宁河日报."));
test("a table holds the relations, and no cell is a formula or ends its row", () => {
  const graph = graphOf([["Person", "=甲"], ["Organization", '乙"司']], [["=甲", "HOLDS_POSITION", '乙"司', { titles: ["书记", "主任"], day: "2024-03" }]]);
  const [heads, row, end] = sheet(graph, [0], speaker("zh")).split("\r\n");
  assert.ok(heads.startsWith("\ufeff主语,主语类型,关系,宾语"));
  assert.equal(row, `'=甲,Person,HOLDS_POSITION,"乙""司",Organization,书记、主任,,,done,2024-03,2024-03,1,0.90,一句话。,标题,2024-03-27,甲报.txt,`);
  assert.equal(end, "");
});
test("the drawing escapes what names say", () => {
  const nodes = [{ id: "n0", x: 0, y: 0, size: 10, font: 14, shape: "dot", colour: "#123456", lines: ["</svg><script>x</script>"] }];
  const text = svg({ nodes, edges: [] }, { ink: "#000000", soft: "#000000", paper: "#ffffff", past: "#aaaaaa", fonts: '"A" & b' }, "<t>");
  assert.ok(!text.includes("<script"));
  assert.equal(text.split("</svg>").length, 2);
});
test("both languages say everything", () => {
  const graph = graphOf([["Person", "甲"]], []);
  assert.notEqual(speaker("en")("search"), speaker("zh")("search"));
  assert.equal(speaker("en").word(graph.words.types[0]), "Person");
  assert.equal(speaker("zh")("of", "$&", 2, 3), "显示 $& / 2 个节点 · 3 条关系");
});
test("one is said in the singular", () => {
  const say = speaker("en");
  assert.equal(say("people", 1), "1 person");
  assert.equal(say("people", 21), "21 people");
  assert.equal(say("related", 1), "1 relation");
  assert.equal(say("of", 10, 11, 1), "10 of 11 nodes · 1 relation");
  assert.equal(say("moreSentences", 1), "1 more sentence");
  assert.equal(speaker("zh")("people", 1), "1 人");
});
test("a post says its body once", () => {
  assert.equal(post("外交部", "外交部长"), "外交部长");
  assert.equal(post("青江省委", "书记"), "青江省委书记");
});
