/** The locations of engine, data and supplement: in the script itself. There is no checker, and no language but English. */

import dataset from "banspread-data";
import packed from "banspread-packed-engine";
import grids from "banspread-places";
import * as contained from "banspread-supplement";
import { unpack } from "./unpack.js";

export const address = undefined;
export const engine = () => unpack(packed);
export const places = async () => grids;
export const data = async () => dataset;
export const checker = undefined;
export const checkerModule = undefined;
export const hashes = undefined;
export const supplement = async () => contained;
export const plain = {};
export const messages = () => undefined;
