/** Where files are, and that each is loaded once for each page. */

import { pageOf } from "../base/page.js";

/** @typedef {import("../types.js").Loading} Loading */

/**
 * The location of a file: its address, or a function that imports it, because bundlers must see each `import()`.
 * @template T
 * @typedef {string|URL|(() => Promise<T>)} Place
 */

/**
 * A start that all callers share. After an error it can be tried again.
 * @template T
 * @param {(loading: Loading) => Promise<T>} start
 * @returns {(loading: Loading) => Promise<T>}
 */
export function once(start) {
  /** @type {Promise<T>|undefined} */
  let started;
  return (loading) =>
    (started ??= start(loading).catch((error) => {
      started = undefined;
      throw error;
    }));
}

/**
 * The location of a file of the package: in the folder that the page names, or else where this form of the package has
 * it. A query of the folder, such as the version of the package, is added to each file.
 * @template {Place<any>|undefined} Own
 * @param {string} file
 * @param {Own} own
 * @param {Pick<Loading, "assetsUrl">} loading
 */
export function placeOf(file, own, { assetsUrl }) {
  if (!assetsUrl) return own;
  const url = new URL(assetsUrl, pageOf().baseURI);
  url.pathname = url.pathname.replace(/\/?$/, "/") + file;
  return url;
}
