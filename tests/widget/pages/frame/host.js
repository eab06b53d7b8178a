// A page around frames: adds them, keeps their messages, and sends messages to them.
window.heard = [];

/** Adds a frame, for tests that look at it from the page. */
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

/** The frame from which a message came. */
window.frameOf = (source) => [...document.querySelectorAll("iframe")].find((frame) => frame.contentWindow === source);

/** Sends a message of our own protocol. */
window.tellFrame = (index, message) => {
  document.querySelectorAll("iframe")[index].contentWindow?.postMessage({ type: "ban-spread", ...message }, "*");
};

/** Loads the script that sets the heights of frames. */
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
