import { test } from "node:test";
import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { unpacked } from "../../../kg/draw/page/js/unpack.js";

const data = { names: ["陈刚", "</script>", "𠮷"], numbers: [1, 2.5] };

test("packed data is unpacked, and its text let go", async () => {
  const element = { textContent: `${deflateRawSync(JSON.stringify(data)).toString("base64")}\n` };
  assert.deepEqual(await unpacked(element), data);
  assert.equal(element.textContent, "");
});
