/** Cells of the clipboard. Spreadsheets and browsers put a table of HTML beside the text. */

/** @import {Source} from "../state/types.js" */

/**
 * @param {DataTransfer|null} data
 * @param {string} name  what the source is called
 * @returns {Source|null}
 */
export function pasted(data, name) {
  const html = data?.getData("text/html") ?? "";
  const text = data?.getData("text/plain") ?? "";
  if (/<table[\s>]/i.test(html)) return { name, html, text };
  return text.trim() ? { name, text } : null;
}
