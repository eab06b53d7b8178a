/**
 * For the page around frames, where no other script gives them their height: sets it whenever a frame tells a new one.
 * A classic script or a module; a second copy does the same again.
 */
{
  const LEAST = 50;
  const MOST = 20_000;

  /**
   * @param {HTMLIFrameElement} frame
   * @param {number} height  of what the frame holds
   */
  const fit = (frame, height) => {
    const bordered = getComputedStyle(frame).boxSizing === "border-box";
    const border = bordered ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${Math.min(Math.max(height, LEAST), MOST) + border}px`;
  };

  addEventListener("message", ({ data, source }) => {
    if (data?.type !== "ban-spread" || data.event !== "height" || !Number.isFinite(data.detail?.height)) return;
    const frames = [...document.querySelectorAll("iframe")];
    const frame = frames.find(({ contentWindow }) => contentWindow === source);
    // Wherever the frame has gone to: it can only make itself higher or lower.
    if (frame) fit(frame, data.detail.height);
  });

  // Those that were faster than this script are asked to say it again.
  const ask = () => {
    for (const frame of document.querySelectorAll("iframe")) {
      frame.contentWindow?.postMessage({ type: "ban-spread", get: "height" }, "*");
    }
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", ask);
  else ask();
}
