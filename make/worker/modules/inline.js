/** The modules, and the data of the importer, are in the script of the worker. */

import packedImporter from "banspread-packed-importer";
import packedNames from "banspread-packed-names";
import packedPublisher from "banspread-packed-publisher";
import packedWorkbooks from "banspread-packed-workbooks";
import { unpack } from "../../core/assets/unpack.js";

/** @param {string} packed */
const contentOf = (packed) => async () => new Response(await unpack(packed));

export const names = contentOf(packedNames);

export const importer = contentOf(packedImporter);
export const publisher = contentOf(packedPublisher);
export const workbooks = contentOf(packedWorkbooks);
