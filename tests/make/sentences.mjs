/** The English sentences of the import. */

/**
 * The texts by key.
 * @param {string} text  the content of `src/import/messages.txt`
 * @returns {Record<string, string>}
 */
export function readSentences(text) {
  const lines = text.trim().split("\n");
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)]),
  );
}
