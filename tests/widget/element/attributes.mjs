/** Attributes and properties: what a page can set on the element. */

import assert from "node:assert/strict";
import { open, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountSample, SAMPLE, Widget } from "../widget.mjs";

const session = useBrowser();

oneEngine("properties mirror attributes and attributes properties", async () => {
  const widget = await mountSample(session.driver, { theme: "dark", date: "2020-06-01", lang: "fr" });
  const read = (/** @type {Host} */ host) => [host.src, host.theme, host.date, host.lang];
  assert.deepEqual(await widget.run(read), [SAMPLE, "dark", "2020-06-01", "fr"]);
  await widget.run((host) => Object.assign(host, { theme: "light", lang: "en", wordsSrc: "#own" }));
  const attributes = (/** @type {Host} */ host) => ["theme", "lang", "words-src"].map((it) => host.getAttribute(it));
  assert.deepEqual(await widget.run(attributes), ["light", "en", "#own"]);
  // Any other value means no theme.
  await widget.run((host) => Object.assign(host, { theme: null }));
  assert.deepEqual(await widget.run((host) => [host.hasAttribute("theme"), host.theme]), [false, "auto"]);
});

eachEngine("properties that were set before the element was defined are used", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript((src) => {
    window.mount({ properties: { src, date: "2020-06-01", theme: "dark" } });
  }, SAMPLE);
  assert.equal(await new Widget(session.driver).state(), null);
  await session.driver.executeScript(() => void window.define());
  const widget = new Widget(session.driver);
  const state = await widget.ready();
  assert.deepEqual([state.date, state.scheme], ["2020-06-01", "dark"]);
  const attributes = (/** @type {Host} */ host) => ["src", "date", "theme"].map((name) => host.getAttribute(name));
  assert.deepEqual(await widget.run(attributes), [SAMPLE, null, "dark"]);
});

oneEngine("the attribute date sets the start of the figure, the property is the shown date", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06", compare: "" });
  const dates = (/** @type {Host} */ host) => [host.date, host.compare, host.getAttribute("date")];
  assert.deepEqual(await widget.run(dates), ["2020-06-01", null, "2020-06"]);
  await widget.run((host) => Object.assign(host, { date: "2020-09", compare: "2020-03" }));
  await widget.until("both are shown", ({ date, comparing }) => date === "2020-09-01" && comparing);
  assert.deepEqual(await widget.run(dates), ["2020-09-01", "2020-03-01", "2020-06"]);
  await widget.run((host) => Object.assign(host, { date: null, compare: null }));
  await widget.until("nothing is compared", ({ comparing }) => !comparing);
  assert.deepEqual(await widget.run(dates), ["2020-09-01", null, "2020-06"]);
  await widget.run((host) => host.setAttribute("date", "2020-06"));
  await widget.until("the attribute counts again when it is set", ({ date }) => date === "2020-06-01");
});

oneEngine("a month or a year as date means its first day", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06" });
  assert.equal((await widget.state()).date, "2020-06-01");
  await widget.run((host) => (host.date = "2020-11"));
  await widget.until("the other month is shown", ({ date }) => date === "2020-11-01");
});

oneEngine("setting the same date again returns to it", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  await widget.click(".next");
  await widget.until("the reader has moved on", ({ date }) => date === "2020-08-20");
  await widget.run((host) => (host.date = "2020-06-01"));
  await widget.until("the page's date is back", ({ date }) => date === "2020-06-01");
});

oneEngine("an invalid date changes nothing and fires an error", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  const before = await widget.state();
  await widget.run((host) => (host.date = "next Tuesday"));
  const [{ code, message }] = await widget.events("error");
  assert.equal(code, "invalid-date");
  assert.match(message, /next Tuesday/);
  assert.deepEqual(await widget.state(), before);
});

oneEngine("a date beyond the dataset means its nearest day", async () => {
  const widget = await mountSample(session.driver, { date: "1999-01-01" });
  const { range } = await widget.state();
  assert.equal(range.value, range.min);
  await widget.run((host) => (host.date = "2999-01-01"));
  await widget.until("the last day is shown", ({ range }) => range.value === range.max);
});

oneEngine("a right-to-left date stays together among other words", async () => {
  const widget = await mountSample(session.driver, { lang: "ar", date: "2020-06-01", compare: "2020-03-01" });
  const written = await widget.run(({ shadowRoot }) => shadowRoot.querySelector(".date > [aria-hidden]").textContent);
  assert.match(written, /\u2068[^\u2069]+\u2069[^\u2068\u2069]+\u2068[^\u2069]+\u2069$/);
});

oneEngine("dates and names are in the language of the element, or else of the page around it", async () => {
  const widget = await mountSample(session.driver, { lang: "de" });
  assert.equal((await widget.state()).headline, "31. Dezember 2020");
  await widget.run((host) => (host.selected = "FR"));
  await widget.until("countries have German names", ({ history }) => history?.name === "Frankreich");
  await widget.run((host) => (host.lang = "en"));
  await widget.until("the date is English", ({ headline }) => headline === "31 December 2020");
  await widget.run((host) => {
    host.closest("#stage").lang = "fr";
    host.removeAttribute("lang");
  });
  await widget.until("the date is French", ({ headline }) => headline === "31 décembre 2020");
});

eachEngine("the theme changes the colours of words and tiles", async () => {
  const widget = await mountSample(session.driver, { theme: "light" });
  const light = await colours(widget);
  assert.equal(light.tile, "#6e0b2a");
  await widget.run((host) => (host.theme = "dark"));
  await widget.until("the chart is dark", () => isDark(widget));
  assert.notEqual((await colours(widget)).ink, light.ink);
});

eachEngine("without a theme the chart follows the page", async () => {
  const widget = await mountSample(session.driver);
  assert.equal((await widget.state()).scheme, "light");
  await session.driver.executeScript(() => (document.documentElement.style.colorScheme = "dark"));
  await widget.until("the chart is dark", () => isDark(widget));
  await session.driver.executeScript(() => {
    document.documentElement.style.colorScheme = "";
    document.body.style.background = "#101010";
  });
  await widget.until("a dark background is enough", ({ scheme }) => scheme === "dark");
  await session.driver.executeScript(() => (document.body.style.background = ""));
  await widget.until("the chart is light again", ({ scheme }) => scheme === "light");
});

oneEngine("a chart whose theme differs from that of the page has its own background", async () => {
  const widget = await mountSample(session.driver, { theme: "dark" });
  const ground = (/** @type {Host} */ host) => getComputedStyle(host.shadowRoot.querySelector(".root")).backgroundColor;
  assert.notEqual(await widget.run(ground), "rgba(0, 0, 0, 0)");
  await widget.run((host) => (host.theme = "light"));
  await widget.until("it is not needed", async () => (await widget.run(ground)) === "rgba(0, 0, 0, 0)");
});

oneEngine("methods play, pause, step and select", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  await widget.run((host) => host.next());
  await widget.until("one change further", ({ date }) => date === "2020-08-20");
  await widget.run((host) => host.previous());
  await widget.until("one change back", ({ date }) => date === "2020-05-01");
  await widget.run((host) => host.play());
  await widget.until("the date runs", ({ play, date }) => play === "Pause" && date > "2020-05-01");
  await widget.run((host) => host.pause());
  await widget.until("the date stands", ({ play }) => play === "Play");
  await widget.run((host) => (host.selected = "works"));
  await widget.until("the history is open", ({ history }) => history?.name === "Example Works");
  await widget.run((host) => (host.selected = null));
  await widget.until("the history is closed", ({ history }) => !history);
});

/** @param {Widget} widget */
async function isDark(widget) {
  return (await widget.state()).scheme === "dark" && (await colours(widget)).tile === "#c04259";
}

/**
 * The colour of the words, and that of the tile of France near its corner, without letters.
 * @param {Widget} widget
 */
function colours(widget) {
  return widget.run(({ shadowRoot }) => {
    /** @type {HTMLCanvasElement} */
    const canvas = shadowRoot.querySelector(".map canvas");
    const [map, tile] = [canvas, shadowRoot.getElementById("tile-FR")].map((it) => it.getBoundingClientRect());
    const ratio = canvas.width / map.width;
    const [x, y] = [tile.left - map.left + 4, tile.top - map.top + 4].map((place) => Math.round(place * ratio));
    const [red, green, blue] = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).getImageData(
      x,
      y,
      1,
      1,
    ).data;
    const hex = (/** @type {number} */ value) => value.toString(16).padStart(2, "0");
    const { color } = getComputedStyle(shadowRoot.querySelector(".date"));
    return { tile: `#${hex(red)}${hex(green)}${hex(blue)}`, ink: color };
  });
}
