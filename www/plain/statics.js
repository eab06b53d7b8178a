/** What wasm-bindgen leaves to be imported where it makes no tables of references. */

/** The glue's list of values begins with 1,024 empty places and 4 constants: the values have those from here on. */
export const __wbindgen_externref_statics_end = () => 1028;
