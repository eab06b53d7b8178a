/** A module as plain script: the ordinary glue, started at once, as there is nothing to load. */

export * from "banspread-glue";
export { initSync as default } from "banspread-glue";
