/** The modules, and the data of the importer, are files beside the script of the worker. */

/** @param {string} name */
const fileOf = (name) => () => fetch(new URL(`${name}.wasm`, self.location.href));

/** The list of all names of places. The hash refuses that of another build. */
export const names = () => fetch(new URL("names.txt", self.location.href), { integrity: BANSPREAD_NAMES_HASH });

export const importer = fileOf("importer");
export const publisher = fileOf("publisher");
export const workbooks = fileOf("workbooks");
