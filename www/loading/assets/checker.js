/** The checker and its module in one script. */

export { default as packed } from "banspread-packed-checker";
export { check, default } from "banspread-checker";
