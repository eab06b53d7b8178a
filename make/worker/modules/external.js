/** The modules are files beside the script of the worker. */

/** @param {string} name */
const fileOf = (name) => () => fetch(new URL(`${name}.wasm`, self.location.href));

export const importer = fileOf("importer");
export const publisher = fileOf("publisher");
export const workbooks = fileOf("workbooks");
