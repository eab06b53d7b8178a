// A page around frames: puts them there, keeps what they say, and speaks to them.
window.heard = [];

/** Adds a frame, for tests that look at it as a page does. */
window.addFrame = (src, { width = 680, marked = 1, ...attributes } = {}) => {
  const frame = document.createElement("iframe");
  frame.height = "900";
  if (marked) frame.setAttribute("data-ban-spread", "");
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, String(value));
  frame.style.width = `${width}px`;
  frame.src = src;
  document.getElementById("stage").append(frame);
  return frame;
};

/** The frame that a message came from. */
window.frameOf = (source) => [...document.querySelectorAll("iframe")].find((frame) => frame.contentWindow === source);

/** Speaks to a frame in our own words. */
window.tellFrame = (index, message) => {
  document.querySelectorAll("iframe")[index].contentWindow?.postMessage({ type: "ban-spread", ...message }, "*");
};

/** Loads the script that gives frames their height. */
window.loadFramesScript = (type = "text/javascript") => {
  const script = document.createElement("script");
  script.type = type;
  script.src = "/pkg/frames.js";
  document.head.append(script);
};

addEventListener("message", ({ data, source, origin }) => {
  const frames = [...document.querySelectorAll("iframe")];
  heard.push({ frame: frames.findIndex((frame) => frame.contentWindow === source), origin, data });
});
