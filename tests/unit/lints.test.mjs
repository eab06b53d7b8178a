/** What the lints of `www` find: ways to bypass the rules for markup and for the clock. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";

const cwd = fileURLToPath(new URL("../../", import.meta.url));
const lints = new ESLint({ cwd });

/** @param {string} file @param {string} code */
async function read(file, code) {
  const [{ messages }] = await lints.lintText(code, { filePath: `${cwd}www/${file}` });
  return messages.map(({ message }) => message).join();
}

for (const code of [
  "self.part.innerHTML = location.hash;",
  "Object.assign(self.part, { innerHTML: location.hash });",
  "self.part.srcdoc = location.hash;",
  'self.part.setAttribute("srcdoc", location.hash);',
  "new Date();",
  "new window.Date();",
  "globalThis.Date.UTC(2020, 1);",
  "Math.random();",
]) {
  for (const file of ["a.js", "embed.js", "i18n/locale.js"]) {
    test(`a lint finds this in ${file}: ${code}`, async () =>
      assert.match(await read(file, code), /Parsed markup|The core computes dates/));
  }
}

test("reading markup and using a known instant is allowed", async () => {
  assert.equal(await read("a.js", "self.copy(self.table.outerHTML);"), "");
  assert.equal(await read("i18n/locale.js", "self.format(Date.UTC(2020, 1, 1));"), "");
});
