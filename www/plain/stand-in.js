/** The part of `WebAssembly` that the glue uses, for a module that wasm2js has converted to a function. */

import run from "banspread-run";

export const standIn = {
  Module: class {},
  Instance: class {
    /**
     * @param {unknown} _module  unused: there is only one module
     * @param {WebAssembly.Imports} imports
     */
    constructor(_module, imports) {
      this.exports = run(imports);
    }
  },
};
