/** Pictures of the figure as pixels. */

/** The pixels for a CSS pixel. */
const RATIO = 2;

/**
 * An SVG as PNG.
 * @param {string} svg
 * @returns {Promise<Uint8Array>}
 */
export async function pngOf(svg) {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const [width, height] = sizeOf(svg, picture);
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.round(width * RATIO), Math.round(height * RATIO)];
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Uint8Array(await (await blobOf(canvas)).arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * The size of a picture in CSS pixels. Firefox knows none if the SVG has only a viewBox.
 * @param {string} svg
 * @param {HTMLImageElement} picture
 */
function sizeOf(svg, { naturalWidth, naturalHeight }) {
  const [, width, height] = svg.match(/viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/) ?? [];
  return [Number(width) || naturalWidth, Number(height) || naturalHeight];
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} */
function blobOf(canvas) {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("PNG"))), "image/png");
  });
}
