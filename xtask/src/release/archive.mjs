// node archive.mjs ARCHIVE FOLDER INSIDE FILE...: packs files of a folder into a ZIP archive, all in the folder INSIDE. The
// archive contains no times, so the same files make the same bytes. Programs stay programs.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";

const [archive, folder, inside, ...names] = process.argv.slice(2);
/** The earliest time of the format, in the time zone of the machine, as the format has it. */
const mtime = new Date(1980, 0, 1);
const UNIX = 3;
const files = Object.fromEntries(
  names.map((name) => {
    const path = join(folder, name);
    const mode = statSync(path).mode & 0o100 ? 0o100755 : 0o100644;
    const options = { level: /** @type {const} */ (9), mtime, os: UNIX, attrs: (mode << 16) >>> 0 };
    return [`${inside}/${name}`, [readFileSync(path), options]];
  }),
);
writeFileSync(archive, zipSync(/** @type {import("fflate").Zippable} */ (files)));
