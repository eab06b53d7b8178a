/** Lets elements run without WebAssembly, from plain script inside of the app. Import it beside `banspread`. */
export {};
