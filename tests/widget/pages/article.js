// Records in each frame, from the first one on, the position of the text below the element and what is visible in its
// place.
const width = new URLSearchParams(location.search).get("width");
if (width) document.querySelector("main").style.width = `${width}px`;

window.sightings = [];
const element = document.querySelector("ban-spread");

function note() {
  const root = element.shadowRoot?.querySelector(".root");
  window.sightings.push({
    top: document.getElementById("below").getBoundingClientRect().top + scrollY,
    fallback: document.getElementById("fallback").getClientRects().length > 0,
    state: root?.dataset.state ?? "undefined",
  });
  if (window.sightings.filter(({ state }) => state === "ready").length < 10) requestAnimationFrame(note);
}
note();
