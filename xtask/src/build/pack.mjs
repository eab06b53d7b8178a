// node pack.mjs MODULE SCRIPT: writes a script that exports the module as text, compressed with gzip, in base64.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [module, script] = process.argv.slice(2);
const packed = gzipSync(readFileSync(module), { level: 9 }).toString("base64");
writeFileSync(script, `export default "${packed}";\n`);
