// A frame of another origin: sends messages to its neighbour, claims heights, or navigates elsewhere.
const query = new URLSearchParams(location.search);

addEventListener("message", ({ data }) => {
  if (data.pass) parent.frames[0].postMessage(data.pass, "*");
});
if (query.has("claim")) {
  const detail = { height: Number(query.get("claim")) };
  parent.postMessage({ type: "ban-spread", event: "height", detail }, "*");
}
const go = query.get("go");
if (go !== null) location.replace(go);
else parent.postMessage({ stranger: location.href }, "*");
