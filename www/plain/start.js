/** A module as plain script: the usual glue. It starts synchronously, because nothing has to be loaded. */

export * from "banspread-glue";
export { initSync as default } from "banspread-glue";
