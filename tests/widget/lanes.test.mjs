/** "Who, when": the rows, their order, and the list that scrolls. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { axe, EVERYTHING } from "./axe.mjs";
import { hover, stroke } from "./gestures.mjs";
import { emulate, useBrowser } from "./session.mjs";
import { eachEngine, oneEngine } from "./tiers.mjs";
import { mount } from "./widget.mjs";

/** @typedef {import("./widget.mjs").Widget} Widget */

const session = useBrowser();

/** The rows of the built-in dataset, on a date of its middle. @param {object} [attributes] @param {number} [width] */
async function mountRows(attributes = {}, width = 640) {
  const widget = await mount(session.driver, { attributes: { date: "2020-10-20", view: "lanes", ...attributes } });
  await widget.run((host, width) => (host.style.width = `${width}px`), width);
  await widget.ready();
  await widget.until("the rows are as wide as the stage", ({ view }) => view === "lanes" && widget.run(fits));
  return widget;
}

/** Runs in the page. @param {Host} host */
function fits({ shadowRoot }) {
  const [canvas, stage] = [".map canvas", ".stage"].map((part) => shadowRoot.querySelector(part));
  return Math.abs(canvas.getBoundingClientRect().width - stage.clientWidth) < 2;
}

/** The ids of the rows, from top to bottom. @param {Widget} widget */
const readOrder = (widget) =>
  widget.run(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll("[role=option]")]
      .toSorted((a, b) => a.offsetTop - b.offsetTop)
      .map(({ id }) => id.slice("tile-".length)),
  );

/** @param {Widget} widget */
const readList = (widget) =>
  widget.run(({ shadowRoot }) => {
    const { scrollTop, scrollHeight, clientHeight } = shadowRoot.querySelector(".tiles");
    return { scrollTop, scrollHeight, clientHeight };
  });

/** What the canvas of the rows shows. @param {Widget} widget */
const readPicture = (widget) =>
  widget.run(({ shadowRoot }) => {
    const canvas = /** @type {HTMLCanvasElement} */ (shadowRoot.querySelector(".map canvas"));
    return canvas.toDataURL();
  });

/** @param {Widget} widget @param {number} top */
const scrollTo = (widget, top) =>
  widget.run(({ shadowRoot }, top) => void (shadowRoot.querySelector(".tiles").scrollTop = top), top);

/** Chooses an item of the menu, as a reader does. @param {Widget} widget @param {number} place */
const choose = (widget, place) =>
  widget.run(({ shadowRoot }, place) => {
    const menu = shadowRoot.querySelector("select");
    menu.selectedIndex = place;
    menu.dispatchEvent(new Event("change"));
  }, place);

oneEngine("the rows have a tab after the map, and date and counts stay", async () => {
  const widget = await mount(session.driver, { attributes: { date: "2020-10-20" } });
  await widget.ready();
  const before = await widget.state();
  assert.deepEqual(before.tabs, ["Map", "Who, when", "Companies and others (72)", "Table"]);
  await widget.click(".lanes-tab");
  const after = await widget.until("the rows are shown", ({ view, tiles }) => view === "lanes" && tiles === 129);
  assert.deepEqual([after.date, after.legend], [before.date, before.legend]);
  assert.equal(await widget.run((host) => host.view), "lanes");
  const name = await widget.run(({ shadowRoot }) => shadowRoot.querySelector(".tiles").getAttribute("aria-labelledby"));
  assert.equal(name, "lanes-tab");
  await widget.click(".map-tab");
  await widget.until("the map is back", ({ view, tiles }) => view === "map" && tiles === before.tiles);
  assert.equal(await widget.run(({ shadowRoot }) => shadowRoot.querySelector(".order").checkVisibility()), false);
});

eachEngine("an attribute shows the rows from the start, and the stage keeps its height", async () => {
  const widget = await mountRows();
  const height = await widget.run(({ shadowRoot }) => shadowRoot.querySelector(".stage").offsetHeight);
  assert.ok(height <= 660, `${height} px`);
  const { scrollHeight, clientHeight } = await readList(widget);
  assert.ok(scrollHeight > 3 * clientHeight, `${scrollHeight} px in ${clientHeight} px`);
  const heights = await widget.run(({ shadowRoot }) => [
    ...new Set([...shadowRoot.querySelectorAll("[role=option]")].map(({ offsetHeight }) => offsetHeight)),
  ]);
  assert.deepEqual(heights, [24], "targets of 24 px");
  await widget.run((host) => host.setAttribute("view", "table"));
  await widget.until("the table is shown", ({ view }) => view === "table");
});

eachEngine("keys walk the rows, which come into sight, and the changes; Enter opens a history", async () => {
  const widget = await mountRows();
  await widget.focus(".tiles");
  await widget.until("the first row has the focus", ({ ring }) => ring === "tile-TW");
  assert.equal(
    (await widget.state()).focus,
    "Taiwan: Banned since about 17 October 2013, rule, core network, radio access",
  );
  const order = await readOrder(widget);
  await widget.press(...Array(20).fill(Key.ARROW_DOWN));
  const further = `tile-${order[20]}`;
  const { ring } = await widget.until("a row further down has the focus", ({ ring }) => ring === further);
  const inSight = () =>
    widget.run(({ shadowRoot }, id) => {
      const [row, list] = [`#${id}`, ".tiles"].map((part) => shadowRoot.querySelector(part).getBoundingClientRect());
      return row.top >= list.top - 1 && row.bottom <= list.bottom + 1;
    }, ring);
  await widget.until("it is in sight", inSight);
  assert.ok((await readList(widget)).scrollTop > 0);
  await widget.press(Key.ARROW_LEFT);
  await widget.until("the date is that of the change before", ({ date }) => date < "2020-10-20");
  await widget.press(Key.ARROW_RIGHT, Key.ARROW_UP);
  await widget.until("the date is back, and the row above has the focus", ({ date, ring }) => {
    return date === "2020-10-20" && ring === `tile-${order[19]}`;
  });
  await scrollTo(widget, 600);
  await widget.frames(5);
  assert.equal((await readList(widget)).scrollTop, 600, "a reader may scroll away from the row");
  await widget.press(Key.HOME);
  await widget.until("the first row is back", async ({ ring }) => {
    return ring === "tile-TW" && (await readList(widget)).scrollTop === 0;
  });
  await widget.press(Key.ENTER);
  await widget.until("its history is open", ({ history }) => history?.name === "Taiwan");
});

eachEngine("a row that the tour, a link or a page selects comes into sight, and the page does not move", async () => {
  const widget = await mountRows();
  const offset = (/** @type {string} */ id) =>
    widget.run(({ shadowRoot }, id) => {
      const [row, list] = [`#tile-${id}`, ".tiles"].map((part) =>
        shadowRoot.querySelector(part).getBoundingClientRect(),
      );
      return { above: list.top - row.top, below: row.bottom - list.bottom, page: scrollY };
    }, id);
  const order = await readOrder(widget);
  assert.ok((await offset(order.at(-1) ?? "")).below > 0);
  const { page } = await offset(order[0]);
  for (const id of [order.at(-1) ?? "", order[0], order[60]]) {
    await widget.run((host, id) => (host.selected = id), id);
    await widget.until("the selected row is in sight", async () => {
      const { above, below } = await offset(id);
      return above <= 1 && below <= 1;
    });
    assert.equal((await offset(id)).page, page);
  }
  await scrollTo(widget, 0);
  await widget.run((host) => (host.date = "2020-01-01"));
  await widget.until("another date", ({ date }) => date === "2020-01-01");
  assert.equal((await readList(widget)).scrollTop, 0, "a reader may scroll away from the row");
});

eachEngine("what is typed finds a row by its name", async () => {
  const widget = await mountRows();
  await widget.focus(".tiles");
  await widget.type("swe", ({ ring }) => ring === "tile-SE");
  assert.equal(
    (await widget.state()).focus,
    "Sweden: Banned since 20 October 2020, rule, whole network, installed equipment; first: Power or review since about November 2019",
  );
  await widget.run((host) => (host.date = "2020-12-01"));
  const told =
    "Sweden: Power or review since 9 November 2020, decision, whole network, installed equipment; first: Power or review since about November 2019";
  await widget.until("the name has the first status", ({ focus }) => focus === told);
});

eachEngine(
  "a mouse over a row tells of it, and a click opens its history, also once the rows are scrolled",
  async () => {
    const widget = await mountRows();
    const { left, top } = await widget.box(".tiles");
    const point = { x: left + 300, y: top + 36 };
    await hover(session.driver, point);
    await widget.until("the second row is told of", ({ tip }) => tip?.[0] === "Australia");
    const before = await readPicture(widget);
    await scrollTo(widget, 240);
    await widget.until("the rows are drawn anew", async () => (await readPicture(widget)) !== before);
    await hover(session.driver, point);
    await widget.until("another row is told of", ({ tip }) => tip?.[0] === "Paraguay");
    await stroke(session.driver, [point]);
    await widget.until("its history is open", ({ history }) => history?.name === "Paraguay");
    await stroke(session.driver, [point]);
    await widget.until("it is closed again", ({ history }) => !history);
  },
);

oneEngine("the axis above the rows hides what is below it", async () => {
  const widget = await mountRows();
  await scrollTo(widget, 240);
  await widget.frames(3);
  const { left, top } = await widget.box(".map");
  await hover(session.driver, { x: left + 300, y: top + 12 });
  await widget.frames(3);
  assert.equal((await widget.state()).tip, null);
});

oneEngine("a tooltip explains the thin parts of a row that has any", async () => {
  const widget = await mountRows();
  const explains = async (/** @type {string} */ id) => {
    const { left, top } = await widget.box(`#tile-${id}`);
    await hover(session.driver, { x: left + 300, y: top + 12 });
    const { tip } = await widget.until("there is a tooltip", ({ tip }) => tip);
    await hover(session.driver, { x: 2, y: 2 });
    await widget.until("it is gone", ({ tip }) => !tip);
    return tip?.includes("Thin parts of the bars: the exact day is not known");
  };
  assert.deepEqual([await explains("TW"), await explains("US")], [true, false]);
});

eachEngine("the menu sorts by each status, by the latest change and by name", async () => {
  const widget = await mountRows();
  const first = async () => (await readOrder(widget)).slice(0, 3);
  assert.deepEqual(await first(), ["TW", "AU", "US"]);
  await scrollTo(widget, 100);
  await choose(widget, 3);
  await widget.until("the first that permitted it is on top", async () => (await first())[0] === "DK");
  assert.equal((await readList(widget)).scrollTop, 0);
  await choose(widget, 5);
  await widget.until("names are in order", async () => (await first()).join() === "AL,AR,AU");
  await widget.run((host) => (host.lang = "de"));
  await widget.until("in the order of the language", async () => (await first()).join() === "EG,AL,AR");
  await choose(widget, 4);
  await widget.until("the latest change is on top", async () => (await first())[0] !== "EG");
});

oneEngine("the filter pales what has another status, and a date moves the line through the rows", async () => {
  const widget = await mountRows();
  const pictures = new Set([await readPicture(widget)]);
  const differs = async () => !pictures.has(await readPicture(widget));
  for (const act of [
    (/** @type {Host} */ host) => (host.filter = "banned"),
    (/** @type {Host} */ host) => (host.date = "2019-01-01"),
    (/** @type {Host} */ host) => (host.compare = "2018-01-01"),
  ]) {
    await widget.run(act);
    await widget.until("the picture is another", differs);
    pictures.add(await readPicture(widget));
  }
});

oneEngine("another view has the map and not the rows, and comes back at the top", async () => {
  const widget = await mountRows();
  await scrollTo(widget, 240);
  await widget.frames(3);
  await widget.run((host) => (host.view = "map"));
  await widget.until("the map is shown", ({ view, tiles }) => view === "map" && tiles > 190);
  await widget.run((host) => (host.view = "lanes"));
  await widget.until("the rows are back", ({ view, tiles }) => view === "lanes" && tiles === 129);
  await widget.frames(3);
  const { left } = await widget.box(".tiles");
  const { scrollTop } = await readList(widget);
  const { top } = await widget.box(".map");
  await hover(session.driver, { x: left + 300, y: top + 36 });
  const row = Math.floor((12 + scrollTop) / 24);
  const order = await readOrder(widget);
  await widget.until("the row under the pointer is told of", async () => {
    const { tip } = await widget.state();
    const name = await widget.run(
      ({ shadowRoot }, id) => shadowRoot.querySelector(`#tile-${id}`).ariaLabel,
      order[row],
    );
    return tip && name?.startsWith(tip[0]);
  });
});

for (const [name, attributes, width] of /** @type {[string, object, number][]} */ ([
  ["on a phone", {}, 350],
  ["at 280 px", {}, 280],
  ["at 960 px", {}, 960],
  ["from right to left", { lang: "ar", dir: "rtl" }, 640],
])) {
  eachEngine(`rows ${name} stay within the figure, and axe finds nothing to mend`, async () => {
    const widget = await mountRows(attributes, width);
    const wide = await widget.run((host) => {
      const { scrollWidth, clientWidth } = host.shadowRoot.querySelector(".tiles");
      return [scrollWidth - clientWidth, host.scrollWidth - host.clientWidth];
    });
    assert.deepEqual(wide, [0, 0]);
    await widget.focus(".tiles");
    await widget.until("a row has the focus", ({ ring }) => ring);
    // The tooltip covers texts, whose contrast axe could not tell.
    await widget.press(Key.ESCAPE);
    await widget.until("there is no tooltip", ({ tip }) => !tip);
    await widget.faded();
    assert.deepEqual(await axe(session.driver, EVERYTHING), []);
  });
}

oneEngine("with forced colours the bars have patterns, and a row with the focus stands out", async (t) => {
  const widget = await mountRows({ theme: "dark" });
  const before = await readPicture(widget);
  await emulate(t, [{ name: "forced-colors", value: "active" }]);
  await widget.until("the picture is another", async () => (await readPicture(widget)) !== before);
  const plain = await readPicture(widget);
  await widget.focus(".tiles");
  await widget.until("a row has the focus", async ({ ring }) => ring && (await readPicture(widget)) !== plain);
  const edge = await widget.run(
    ({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector(".order select")).borderTopStyle,
  );
  assert.equal(edge, "solid");
});

oneEngine("paper has all rows, and the screen scrolls again afterwards", async () => {
  const widget = await mountRows();
  const heights = await widget.run(({ shadowRoot }) => {
    const height = () => shadowRoot.querySelector(".map").offsetHeight;
    const found = [height()];
    for (const name of ["beforeprint", "afterprint"]) {
      dispatchEvent(new Event(name));
      found.push(height());
    }
    return found;
  });
  assert.deepEqual([heights[0], heights[2]], [380, 380]);
  assert.ok(heights[1] > 129 * 20, `${heights[1]} px`);
});

oneEngine("a link names the view, and leads there", async () => {
  const widget = await mount(session.driver);
  await widget.ready();
  await widget.run(() => (location.hash = "#ban-spread=2019-05-15/lanes,US"));
  await widget.until("the rows of the link are shown", ({ view, date, history }) => {
    return view === "lanes" && date === "2019-05-15" && history?.name === "United States";
  });
  await widget.run(() => history.replaceState(null, "", location.pathname));
});
