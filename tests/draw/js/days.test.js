import { test } from "node:test";
import assert from "node:assert/strict";
import { bounds, earliest, month, rest, told } from "../../../kg/draw/page/js/days.js";
import { filtered, histogram, nothing } from "../../../kg/draw/page/js/filter.js";
import { happenings } from "../../../kg/draw/page/js/happenings.js";
import { speaker } from "../../../kg/draw/page/js/words.js";
import { all, graphOf } from "./graph.js";

const people = ["甲", "乙", "丙", "丁"].map((name) => ["Person", name]);

test("what a part of a day may mean", () => {
  assert.deepEqual(bounds("2024-12-19"), ["2024-12-19", "2024-12-19"]);
  assert.deepEqual(bounds("2024-02"), ["2024-02-01", "2024-02-29"]);
  assert.deepEqual(bounds("2024"), ["2024-01-01", "2024-12-31"]);
  for (const form of ["--12-19", "--12", "", "昨天"]) assert.equal(bounds(form), null);
});
test("the earliest of the days that tell most", () => {
  assert.equal(earliest(["2024-12", "2024-12-19", "2024-12-20", ""]), "2024-12-19");
  assert.equal(earliest(["--12-19", "2024"]), "2024");
  assert.equal(earliest(["--12-19", "--12"]), "--12-19");
  assert.equal(earliest([]), "");
});
test("a day stands under its month, and one without a year says so", () => {
  assert.deepEqual(["2024-12-19", "2024-12", "2024", "--12-19", ""].map((day) => [month(day), rest(day)]),
    [["2024-12", "12-19"], ["2024-12", ""], ["2024", ""], ["", "12-19"], ["", ""]]);
  assert.equal(told("--12-19", speaker("zh")), "12-19（年份不详）");
  assert.equal(told("2024-12", speaker("zh")), "2024-12");
});
test("a filter of days lets through what may lie in it", () => {
  const graph = graphOf(people, [["甲", "MET_WITH", "乙", { day: "2024-12" }], ["甲", "MET_WITH", "丙", { day: "2024" }],
    ["乙", "MET_WITH", "丙", { day: "--12-10" }], ["乙", "MET_WITH", "丁", { day: "2024-12-19" }], ["丙", "MET_WITH", "丁"]]);
  const passing = (asked) => [...filtered(graph, { ...nothing(), ...asked }).passes].join("");
  assert.equal(passing({ from: "2024-12-05", to: "2024-12-10" }), "11000");
  assert.equal(passing({ from: "2024-12-19" }), "11010");
  assert.equal(passing({ to: "2024-11-30" }), "01000");
  assert.deepEqual(histogram(graph).map(({ count }) => count).filter(Boolean), [1, 1, 1]);
  assert.deepEqual(histogram(graph, { from: "2024-12-01", to: "2024-12-31" }).map(({ count }) => count).filter(Boolean), [1, 1]);
});
test("what happened stands in order of time, the vaguest last", () => {
  const graph = graphOf(people, [["甲", "MET_WITH", "乙", { day: "2024-12" }], ["甲", "MET_WITH", "丙", { day: "2024" }],
    ["乙", "MET_WITH", "丙", { day: "--12-10" }], ["乙", "MET_WITH", "丁", { day: "2024-12-19" }], ["丙", "MET_WITH", "丁"]]);
  assert.deepEqual(happenings(graph, all(graph)).map(({ day }) => day), ["2024-12-19", "2024-12", "2024", "--12-10", ""]);
});
test("talks of one day are told by whom they share, and by the meeting where they were held", () => {
  const day = "2024-12-19";
  const graph = graphOf([...people, ["Meeting", "座谈会"]], [
    ["乙", "MET_WITH", "甲", { day }], ["甲", "MET_WITH", "丙", { day }], ["甲", "MET_WITH", "丁", { day }],
    ["丙", "ATTENDED", "座谈会", { day }], ["丁", "ATTENDED", "座谈会", { day }], ["丙", "MET_WITH", "丁", { day }],
    ["丙", "MET_WITH", "丁", { day: "2024-12-20" }],
  ]);
  const told_ = happenings(graph, all(graph)).map(({ day: when, node, hub, edges }) => [when, node < 0 ? graph.name(hub) : graph.name(node), edges]);
  assert.deepEqual(told_, [["2024-12-20", "丙", [6]], [day, "甲", [0, 1, 2]], [day, "座谈会", [3, 4]]]);
  const alone = filtered(graph, { ...nothing(), predicates: ["ATTENDED"] });
  assert.equal(happenings(graph, alone.passes).flatMap(({ edges }) => edges).includes(5), true);
});
test("talks without a day are one with a meeting only where one article tells both", () => {
  const graph = graphOf([...people, ["Meeting", "座谈会"]], [["甲", "ATTENDED", "座谈会"], ["乙", "ATTENDED", "座谈会"], ["甲", "MET_WITH", "乙"],
    ["甲", "MET_WITH", "乙", { file: "乙报.txt" }]]);
  assert.deepEqual(happenings(graph, all(graph)).map(({ edges }) => edges), [[0, 1], [3]]);
});
