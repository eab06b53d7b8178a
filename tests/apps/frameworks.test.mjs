/** Apps of three frameworks, built with Vite and only the configuration that each framework requires. */

import { join } from "node:path";
import { test } from "node:test";
import { build } from "vite";
import { APPS, emptyMade, watch } from "./made.mjs";

for (const [folder, name] of [
  ["react", "React"],
  ["vue", "Vue"],
  ["svelte", "Svelte"],
]) {
  test(`Vite builds an app of ${name}`, async () => {
    const outDir = emptyMade(folder);
    await build({ root: join(APPS, folder), base: "./", logLevel: "warn", build: { outDir, emptyOutDir: true } });
    watch(folder);
  });
}
