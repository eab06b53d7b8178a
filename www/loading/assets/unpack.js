/** Unpacks modules that are compressed and written as text. */

/**
 * @param {string} packed  base64 of a module that is compressed with gzip
 */
export function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
