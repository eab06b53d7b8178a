/** Writes types and tables: `node tools/api/write.mjs`. */

import { writeFileSync } from "node:fs";
import { filesOf, readElement } from "./files.mjs";

for (const { file, now, wanted } of filesOf(readElement())) {
  if (now === wanted) continue;
  writeFileSync(file, wanted);
  console.log(`wrote ${file.pathname}`);
}
