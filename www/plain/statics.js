/** What wasm-bindgen leaves to be imported where it makes no tables of references. */

/** The places of the glue's list of values from here on are its values': before them are 1,024 empty ones and 4 constants. */
export const __wbindgen_externref_statics_end = () => 1028;
