/** The locations of engine, data, checker, supplement and messages: scripts that bundlers keep separate. */

import { unpack } from "./unpack.js";

export const address = undefined;
export const engine = () => import("banspread-packed-engine").then((packed) => unpack(packed.default));
export const places = () => import("banspread-places").then((script) => script.default);
export const data = () => import("banspread-data").then((script) => script.default);
// With destructuring in the parameter list, webpack would omit what `...` stands for.
export const checker = () =>
  import("./checker.js").then((script) => ({ ...script, unpackModule: () => unpack(script.packed) }));
/** The script of the checker contains its module. */
export const checkerModule = undefined;
/** Nothing is requested but from the folder of a page. */
export const hashes = undefined;
export const supplement = () => import("banspread-supplement");
/**
 * Engine and checker as plain scripts. Only `plain.js` sets them, so that other apps do not contain them.
 * @type {typeof import("banspread-assets").plain}
 */
export const plain = {};

/** @type {Record<string, () => Promise<{default: import("../../types.js").Message}>>} */
const files = {
  ar: () => import("../../messages/ar.json"),
  de: () => import("../../messages/de.json"),
  en: () => import("../../messages/en.json"),
  es: () => import("../../messages/es.json"),
  fr: () => import("../../messages/fr.json"),
  he: () => import("../../messages/he.json"),
  hi: () => import("../../messages/hi.json"),
  ja: () => import("../../messages/ja.json"),
  pt: () => import("../../messages/pt.json"),
  ru: () => import("../../messages/ru.json"),
  "zh-Hans": () => import("../../messages/zh-Hans.json"),
};
/** @param {string} lang */
export const messages = (lang) => files[lang];
