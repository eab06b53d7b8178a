/** As much of `WebAssembly` as the glue asks for, where the module is a function that wasm2js has written. */

import run from "banspread-run";

export const standIn = {
  Module: class {},
  Instance: class {
    /**
     * @param {unknown} _module  none: there is only one
     * @param {WebAssembly.Imports} imports
     */
    constructor(_module, imports) {
      this.exports = run(imports);
    }
  },
};
