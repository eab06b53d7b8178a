/** The function that wasm-bindgen imports if it writes no tables of references. */

/** The list of values of the glue begins with 1,024 empty places and 4 constants. Values come after them. */
export const __wbindgen_externref_statics_end = () => 1028;
