/**
 * The data of the package, files beside the module: the places of the built-in grids, which every page needs, and the
 * default dataset. Each is loaded once for each page.
 */

import * as assets from "banspread-assets";
import { hashOf } from "./integrity.js";
import { once, placeOf } from "./place.js";
import { attempt, fetchText } from "./request.js";

export const loadPlaces = file("banspread-places.txt", assets.places);
export const loadDefault = file("banspread-data.txt", assets.data);

/**
 * The content of a file. A bundle and a single file contain it, and the folder of a page can have that of another build.
 * @param {string} name  in the package
 * @param {import("./place.js").Place<string>} own  location in this form of the package
 */
function file(name, own) {
  return once((loading) => {
    const place = typeof own === "function" ? own : placeOf(name, own, loading);
    return attempt(
      place,
      async (href, signal) => {
        const text = await (typeof place === "function"
          ? place()
          : fetchText(href, "text/plain", signal, undefined, await hashOf(name, loading)));
        // An old script in the cache of a browser can find new files, or the reverse.
        if (!text.startsWith(BANSPREAD_EDITION)) throw new Error();
        return text.slice(BANSPREAD_EDITION.length);
      },
      loading.timeout,
    );
  });
}
