import { test } from "node:test";
import assert from "node:assert/strict";
import { index } from "../../../kg/draw/page/js/search.js";
import { graphOf } from "./graph.js";

const readings = {
  characters: {
    陈: "chen", 刚: "gang", 单: "dan chan shan", 增: "zeng", 曾: "ceng zeng", 国: "guo", 重: "zhong chong", 庆: "qing", 长: "zhang chang",
    江: "jiang", 西: "xi", 宁: "ning", 市: "shi", 委: "wei", 省: "sheng xing", 青: "qing", 海: "hai", 志: "zhi",
  },
  surnames: { 单: "shan", 曾: "zeng" },
};
const graph = graphOf(
  [["Person", "陈刚"], ["Person", "单志国"], ["Person", "曾国庆"], ["Organization", "青海省委", "中共青海省委"], ["Location", "西宁市"],
    ["Organization", "西宁市委"], ["Location", "重庆"], ["Person", "单增"], ["Person", "陈刚"], ["Organization", "长江公司"]],
  [["陈刚", "HOLDS_POSITION", "青海省委", { titles: ["书记"] }], ["西宁市委", "LOCATED_IN", "西宁市"], ["西宁市委", "LOCATED_IN", "重庆"]],
  readings,
);
const engine = index(graph, readings);
const names = (query) => engine.find(query).map(graph.name);

test("pinyin, initials and both mixed", () => {
  for (const query of ["chengang", "cg", "cheng", "cgang", "ChenGang", "chen'gang"]) assert.equal(names(query)[0], "陈刚", query);
  assert.equal(names("chongqing")[0], "重庆");
  assert.equal(names("cj")[0], "长江公司");
});

test("surnames are read as surnames, and other readings still find", () => {
  assert.equal(names("shanzhiguo")[0], "单志国");
  assert.equal(names("zengguoqing")[0], "曾国庆");
  assert.equal(names("szg")[0], "单志国");
  assert.equal(names("danzeng")[0], "单增");
});

test("the exact name first, then what begins with it", () => assert.deepEqual(names("西宁市").slice(0, 2), ["西宁市", "西宁市委"]));

test("a namesake with relations before one without", () => {
  const [first, second] = engine.find("陈刚");
  assert.ok(graph.around[first].length > graph.around[second].length);
});

test("aliases and posts", () => {
  assert.equal(names("中共青海")[0], "青海省委");
  assert.ok(names("省委书记").includes("陈刚"));
});

test("nothing for nothing, and for what is not there", () => {
  assert.deepEqual(names("  "), []);
  assert.deepEqual(names("没有这个名字"), []);
  assert.deepEqual(names("zzzz"), []);
});
