/**
 * Sets the heights of frames on a page that has no other script for this, each time a frame reports a new height.
 * Only frames with the attribute `data-ban-spread`, and frames of the script's own origin, can report a height. Works as
 * a classic script and as a module; a second copy on the page does no harm.
 */

import { pageOf } from "./base/page.js";

// A block, because a classic script would make its constants global.
{
  const LEAST = 50;
  const MOST = 8_000;
  const OWN = new URL(import.meta.url).origin;
  const NOBODY = "null";

  const find = () => [.../** @type {NodeListOf<HTMLIFrameElement>} */ (pageOf().querySelectorAll("iframe"))];
  /**
   * @param {HTMLIFrameElement} frame
   * @param {string} origin  of the document in the frame
   */
  const isOurs = (frame, origin) => (origin === OWN && OWN !== NOBODY) || frame.hasAttribute("data-ban-spread");

  /**
   * @param {HTMLIFrameElement} frame
   * @param {number} height  of the document in the frame
   */
  const fit = (frame, height) => {
    // The height of a `border-box` includes the border.
    const bordered = getComputedStyle(frame).boxSizing === "border-box";
    const border = bordered ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${Math.min(Math.max(height, LEAST), MOST) + border}px`;
  };

  addEventListener("message", ({ data, source, origin }) => {
    if (data?.type !== "ban-spread" || data.event !== "height" || !Number.isFinite(data.detail?.height)) return;
    const frame = find().find(({ contentWindow }) => contentWindow === source);
    if (frame && isOurs(frame, origin)) fit(frame, data.detail.height);
  });

  // Frames that were faster than this script report their height again.
  const ask = () => {
    for (const frame of find()) {
      if (isOurs(frame, URL.canParse(frame.src) ? new URL(frame.src).origin : NOBODY))
        frame.contentWindow?.postMessage({ type: "ban-spread", get: "height" }, "*");
    }
  };
  if (pageOf().readyState === "loading") addEventListener("DOMContentLoaded", ask);
  else ask();
}
