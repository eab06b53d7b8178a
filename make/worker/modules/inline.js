/** The modules are in the script of the worker. */

import packedImporter from "banspread-packed-importer";
import packedPublisher from "banspread-packed-publisher";
import packedWorkbooks from "banspread-packed-workbooks";
import { unpack } from "banspread-unpack";

/** @param {string} packed */
const moduleOf = (packed) => async () => new Response(await unpack(packed));

export const importer = moduleOf(packedImporter);
export const publisher = moduleOf(packedPublisher);
export const workbooks = moduleOf(packedWorkbooks);
