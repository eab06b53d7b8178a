/**
 * The table has the data of the picture: it is shown by a button, sorted, searched, copied, and stays if nothing is
 * drawn.
 */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { open, SIZE, takeFaults, useBrowser } from "./session.mjs";
import { eachEngine, oneEngine } from "./tiers.mjs";
import { mount, mountMore, mountSample, SAMPLE } from "./widget.mjs";

const session = useBrowser();

/** The documented rows of the sample on its last day, in the initial order. */
const LAST = [
  ["France", "Banned", "10 February 2020", "Le Journal", ""],
  ["Germany", "Banned", "20 August 2020", "Die Zeitung; The Wire", "Permitted, by May 2020"],
  ["Example Works", "Banned", "1 October 2020", "The Wire", ""],
];

/** The same in the middle of the year. */
const JUNE = [
  ["France", "Banned", "10 February 2020", "Le Journal", ""],
  ["Germany", "Permitted", "by May 2020", "Die Zeitung", ""],
];

/**
 * The texts of the visible rows, except rows without documented statuses.
 * @param {Widget} widget
 */
function rows(widget) {
  return widget.run(({ shadowRoot }) => {
    const lines = [...shadowRoot.querySelectorAll("tbody tr:not([hidden])")];
    const cells = lines.map((line) => [...line.children].map((cell) => cell.textContent));
    return cells.filter(([, status, , , way]) => status !== "Not documented" || (way && way !== status));
  });
}

/** @param {Widget} widget */
function names(widget) {
  return rows(widget).then((rows) => rows.map(([name]) => name));
}

/**
 * Waits until the rows are as expected.
 * @param {Widget} widget
 * @param {string} claim
 * @param {string[][]} wanted
 */
async function untilRows(widget, claim, wanted) {
  await widget
    .until(claim, async () => JSON.stringify(await rows(widget)) === JSON.stringify(wanted))
    .catch(async () => assert.deepEqual(await rows(widget), wanted, claim));
}

/** @param {Widget} widget */
async function openTable(widget) {
  await widget.click(".table-tab");
  await widget.until("the table is shown", () =>
    widget.run(({ shadowRoot }) => {
      const table = shadowRoot.querySelector(".table");
      // The browser may not have been idle yet.
      return !table.hasAttribute("hidden") && table.querySelector("tbody tr") !== null;
    }),
  );
}

/** @param {Record<string, string>} [attributes] */
async function mountTable(attributes) {
  const widget = await mountSample(session.driver, attributes);
  await openTable(widget);
  return widget;
}

/**
 * The sorted columns, and their directions.
 * @param {Widget} widget
 */
function order(widget) {
  return widget.run(({ shadowRoot }) => {
    const heads = [...shadowRoot.querySelectorAll("thead th")].filter((head) => head.hasAttribute("aria-sort"));
    return heads.map((head) => [head.textContent, head.getAttribute("aria-sort")]);
  });
}

/**
 * Runs in the page: types into the table's search.
 * @param {Host} host
 * @param {string} text
 */
function type(host, text) {
  /** @type {HTMLInputElement} */
  const search = host.shadowRoot.querySelector(".search");
  search.value = text;
  search.dispatchEvent(new Event("input"));
}

oneEngine("the table exists before a reader opens it, and is hidden until then", async () => {
  const widget = await mountSample(session.driver);
  await untilRows(widget, "it is filled once things have come to rest", LAST);
  const state = (/** @type {Host} */ { shadowRoot }) => {
    const [table, tab, map] = [".table", ".table-tab", ".map"].map((name) => shadowRoot.querySelector(name));
    const { height } = table.getBoundingClientRect();
    const controls = tab.getAttribute("aria-controls") === table.id;
    return [tab.getAttribute("aria-selected"), controls, height > 0, map.checkVisibility()];
  };
  assert.deepEqual(await widget.run(state), ["false", true, false, true]);
  await widget.click(".table-tab");
  await widget.until("the table is shown", ({ view }) => view === "table");
  assert.deepEqual(await widget.run(state), ["true", true, true, false]);
  await widget.click(".map-tab");
  await widget.until("the map is back", ({ view }) => view === "map");
  assert.deepEqual(await widget.run(state), ["false", true, false, true]);
});

eachEngine("the search of the browser finds hidden text, and opens the table", async () => {
  const widget = await mountSample(session.driver);
  const found = await widget.run(({ shadowRoot }) => {
    const table = shadowRoot.querySelector(".table");
    const searched = !("onbeforematch" in table) || getComputedStyle(table).contentVisibility === "hidden";
    table.dispatchEvent(new Event("beforematch"));
    return searched;
  });
  assert.ok(found);
  await widget.until("the table is shown", ({ view }) => view === "table");
  const { hidden, selected } = await widget.run(({ shadowRoot }) => ({
    hidden: shadowRoot.querySelector(".table").getAttribute("hidden"),
    selected: shadowRoot.querySelector(".table-tab").ariaSelected,
  }));
  assert.deepEqual([hidden, selected], [null, "true"]);
});

for (const width of [SIZE.width, 340]) {
  eachEngine(
    `at ${width} px it is a table to assistive technology, with a name, headers and cells`,
    async (/** @type {import("node:test").TestContext} */ t) => {
      t.after(() => session.driver.manage().window().setRect(SIZE));
      await session.driver
        .manage()
        .window()
        .setRect({ ...SIZE, width });
      const widget = await mountTable();
      const inside = { "tbody tr": "row", "thead th": "columnheader", "tbody th": "rowheader", "tbody td": "cell" };
      for (const [selector, role] of Object.entries({ table: "table", ...inside })) {
        assert.equal(await (await widget.part(selector)).getAriaRole(), role, selector);
      }
      assert.match(await (await widget.part("table")).getAccessibleName(), /^How a ban spreads.*, 31 December 2020$/);
      assert.match(await (await widget.part(".scroll")).getAccessibleName(), /^How a ban spreads/);
      const wide = await widget.run(({ shadowRoot }) => {
        const { scrollWidth, clientWidth } = shadowRoot.querySelector(".scroll");
        return [scrollWidth - clientWidth, document.documentElement.scrollWidth - innerWidth];
      });
      assert.ok(
        wide.every((over) => over <= 0),
        `nothing scrolls sideways: ${wide}`,
      );
    },
  );
}

oneEngine("a column is sorted by its meaning, in both directions, also on another day", async () => {
  const widget = await mountTable();
  assert.deepEqual(await order(widget), [["Status", "ascending"]]);
  await widget.click("[data-column=since]");
  assert.deepEqual(await names(widget), ["France", "Germany", "Example Works"]);
  await widget.click("[data-column=since]");
  assert.deepEqual(await names(widget), ["Example Works", "Germany", "France"]);
  assert.deepEqual(await order(widget), [["Since", "descending"]]);
  await widget.run((host) => (host.date = "2020-06-01"));
  await untilRows(widget, "the order holds on another day", JUNE.toReversed());
});

oneEngine("readers search rows, and the number of rows is announced", async () => {
  const widget = await mountTable();
  const count = (/** @type {Host} */ { shadowRoot }) => shadowRoot.querySelector(".rows").textContent;
  await widget.run(type, "gérm");
  assert.deepEqual(await names(widget), ["Germany"]);
  assert.equal(await widget.run(count), "1 row");
  await widget.run(type, "nobody at all");
  assert.deepEqual(await names(widget), []);
  const none = (/** @type {Host} */ { shadowRoot }) => shadowRoot.querySelector(".nobody").getClientRects().length > 0;
  assert.ok(await widget.run(none));
  await untilSaid(widget, "0 rows");
  await widget.run(type, "");
  await widget.click(".changed input");
  await untilSaid(widget, "3 rows");
  await widget.click("[data-status=permitted]");
  await untilSaid(widget, "0 rows");
  await widget.click("[data-status=permitted]");
  await untilSaid(widget, "3 rows");
});

oneEngine("the number of rows is announced more than a second after the last letter", async () => {
  const widget = await mountTable();
  await widget.run(type, "germ");
  await widget.pass(1000);
  assert.equal(await widget.run(said), "");
  await untilSaid(widget, "1 row");
});

/**
 * Waits for an announcement.
 * @param {Widget} widget
 * @param {string} wanted
 */
function untilSaid(widget, wanted) {
  return widget.until(`${wanted} are announced`, async () => (await widget.run(said)) === wanted);
}

/** The last announcement. @param {Host} host */
function said({ shadowRoot }) {
  return shadowRoot.querySelector("[role=status]").textContent;
}

oneEngine("a reader who searches while a second day is added finds the current rows", async () => {
  const widget = await mountTable({ date: "2020-09-01" });
  await widget.run(async (host, type) => {
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    host.filter = "permitted";
    await frames();
    host.compare = "2020-06-01";
    await frames();
    new Function(`return ${type}`)()(host, "e");
  }, String(type));
  await widget.until("the rows of both days are there", async () => (await names(widget)).join() === "Germany");
});

oneEngine("the filter of the legend applies to the table too", async () => {
  const widget = await mountTable({ date: "2020-06-01" });
  await widget.run((host) => (host.filter = "permitted"));
  await widget.until("one row is left", async () => (await names(widget)).join() === "Germany");
  await widget.run((host) => (host.filter = null));
  await widget.until("both are back", async () => (await names(widget)).length === 2);
});

eachEngine(
  "the table follows the date: only changed rows are written, and focus and scroll position stay",
  async () => {
    const widget = await mountTable({ date: "2020-06-01" });
    await untilRows(widget, "June is shown", JUNE);
    await widget.run(({ shadowRoot }) => {
      const scroll = shadowRoot.querySelector(".scroll");
      scroll.style.maxHeight = "60px";
      scroll.scrollTop = 30;
      shadowRoot.querySelector("[data-entity=DE]").focus({ preventScroll: true });
      const kept = shadowRoot.querySelector("[data-entity=DE]").closest("tr");
      /** @type {string[]} */
      const touched = [];
      window.noted = { kept, touched };
      const observer = new window.MutationObserver((records) => {
        for (const { target } of records) touched.push(target.nodeName);
      });
      const france = shadowRoot.querySelector("[data-entity=FR]").closest("tr");
      observer.observe(france, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await widget.run((host) => (host.date = "2020-12-31"));
    await untilRows(widget, "December is shown", LAST);
    const after = await widget.run(({ shadowRoot }) => {
      const row = shadowRoot.querySelector("[data-entity=DE]").closest("tr");
      const { scrollTop } = shadowRoot.querySelector(".scroll");
      const focused = shadowRoot.activeElement?.getAttribute("data-entity");
      return [row === window.noted.kept, focused, scrollTop, window.noted.touched];
    });
    assert.deepEqual(after, [true, "DE", 30, []]);
    const caption = await widget.run(({ shadowRoot }) => shadowRoot.querySelector("caption").textContent);
    assert.equal(caption, "How a ban spreads between neighbours, 31 December 2020");
  },
);

oneEngine("the table also follows playback", async () => {
  const widget = await mountSample(session.driver, { date: "2020-01-15" });
  await widget.click(".play");
  await openTable(widget);
  await widget.until("the first row comes while playback runs", async ({ play }) => {
    return play === "Pause" && (await names(widget)).includes("France");
  });
});

oneEngine(
  "during a comparison the table has both statuses, and on request only entities that have changed",
  async () => {
    const widget = await mountTable({ date: "2020-12-31", compare: "2020-06-01" });
    await untilRows(widget, "both days are told", [
      ["France", "Banned", "10 February 2020", "Le Journal", "Banned, 10 February 2020"],
      ["Germany", "Banned", "20 August 2020", "Die Zeitung; The Wire", "Permitted, by May 2020"],
      ["Example Works", "Banned", "1 October 2020", "The Wire", "Not documented"],
    ]);
    const caption = await widget.run(({ shadowRoot }) => shadowRoot.querySelector("caption").textContent);
    assert.match(caption, /1 June 2020 to 31 December 2020$/);
    await widget.click(".changed input");
    assert.deepEqual(await names(widget), ["Germany", "Example Works"]);
    await widget.run((host) => (host.compare = null));
    await untilRows(widget, "of one day it is who has come to any status", LAST);
  },
);

oneEngine("status and date of earlier statuses are combined by the words of the language or of the page", async () => {
  const widget = await mountTable({ lang: "ja" });
  const wayOf = (/** @type {string} */ name) => rows(widget).then((rows) => rows.find(([own]) => own === name)?.at(-1));
  await widget.until("it is Japanese", async () => /^Permitted（.*2020年5月.*）$/.test((await wayOf("ドイツ")) ?? ""));
  await widget.run((host) => {
    host.lang = "en";
    host.words = { words: { table_stage: "{date}: {status}" } };
  });
  await widget.until("it is the page's", async () => (await wayOf("Germany")) === "by May 2020: Permitted");
});

eachEngine("a name opens its history, and Escape returns to it", async () => {
  const widget = await mountTable();
  await widget.run(({ shadowRoot }) => shadowRoot.querySelector("[data-entity=DE]").focus());
  await widget.press(Key.ENTER);
  await widget.until("the history is open", ({ history }) => history?.name === "Germany");
  await widget.press(Key.ESCAPE);
  await widget.until("it is closed", ({ history }) => !history);
  const focus = await widget.run(({ shadowRoot }) => shadowRoot.activeElement?.getAttribute("data-entity"));
  assert.equal(focus, "DE");
});

/**
 * The text, in columns, that a reader gets by pasting.
 * @param {Widget} widget
 */
async function paste(widget) {
  await widget.driver.executeScript(() => {
    const field = document.body.appendChild(document.createElement("textarea"));
    window.noted = { ...window.noted, field };
    field.focus();
  });
  await widget.driver.actions().keyDown(Key.CONTROL).sendKeys("v").keyUp(Key.CONTROL).perform();
  const read = () => widget.driver.executeScript(() => String(window.noted.field.value));
  await widget.until("something is pasted", read);
  return (await read()).split("\n").map((line) => line.split("\t"));
}

const COPIED = [
  ["Who", "ID", "Status", "Basis and scope", "Since", "Date", "Source", "URL", "Earlier statuses"],
  ["France", "FR", "Banned", "", "10 February 2020", "2020-02-10", "Le Journal", "https://journal.example/france", ""],
  [
    "Germany",
    "DE",
    "Banned",
    "",
    "20 August 2020",
    "2020-08-20",
    "Die Zeitung; The Wire",
    "https://zeitung.example/ban",
    "Permitted, by May 2020",
  ],
  ["Example Works", "works", "Banned", "", "1 October 2020", "2020-10-01", "The Wire", "", ""],
];

eachEngine("the button copies the visible rows, as clean columns", async () => {
  const widget = await mountTable();
  await widget.run(type, "banned");
  // The feedback disappears after a moment.
  await widget.run(({ shadowRoot }) => {
    const copy = shadowRoot.querySelector(".copy");
    window.said = [];
    new MutationObserver(() => window.said.push(copy.getAttribute("data-said"))).observe(copy, {
      attributeFilter: ["data-said"],
    });
  });
  await widget.click(".copy");
  const said = () => widget.driver.executeScript(() => window.said);
  await widget.until("it says so", async () => (await said()).includes("Table copied"));
  assert.deepEqual(await paste(widget), COPIED);
});

eachEngine("a copied selection consists of whole rows, and additions of a page are not copied", async () => {
  const widget = await mountTable();
  await widget.driver.executeScript(() => {
    document.addEventListener("copy", (event) => {
      event.clipboardData?.setData("text/plain", "Read more on our site");
      event.preventDefault();
    });
  });
  await widget.run(({ shadowRoot }) => {
    const [first, second] = shadowRoot.querySelectorAll("tbody tr");
    const [begin, end] = [first.children[1].childNodes[0], second.children[2].childNodes[0]];
    getSelection()?.setBaseAndExtent(begin, 2, end, 4);
  });
  await widget.driver.actions().keyDown(Key.CONTROL).sendKeys("c").keyUp(Key.CONTROL).perform();
  assert.deepEqual(await paste(widget), COPIED.slice(0, 3));
});

oneEngine("if a browser forbids copying by scripts, the table is selected and this is announced", async () => {
  const widget = await mountTable();
  await widget.run(() => (Document.prototype.execCommand = () => false));
  await widget.click(".copy");
  const told = await widget.run(({ shadowRoot }) => {
    return [shadowRoot.querySelector(".copy").dataset.said, getSelection()?.type];
  });
  assert.deepEqual(told, ["The table is selected: copy it", "Range"]);
});

oneEngine("without canvases, words, dates and the table show everything", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript(() => {
    Object.assign(window.HTMLCanvasElement.prototype, { getContext: () => null });
  });
  const widget = await mountMore(session.driver, { attributes: { src: SAMPLE } });
  const { headline } = await widget.ready();
  assert.equal(headline, "31 December 2020");
  await untilRows(widget, "the table is shown", LAST);
  const seen = (/** @type {Host} */ { shadowRoot }) =>
    Object.fromEntries(
      [".table", ".only", ".map", ".timeline", ".download", ".table-tab", ".play", ".field.day", ".swatch"].map(
        (part) => [part, shadowRoot.querySelector(part).getClientRects().length > 0],
      ),
    );
  assert.deepEqual(await widget.run(seen), {
    ".table": true,
    ".only": true,
    ".map": false,
    ".timeline": false,
    ".download": false,
    ".table-tab": false,
    ".play": true,
    ".field.day": true,
    ".swatch": false,
  });
  await widget.click(".previous");
  await widget.until("the buttons work", ({ date }) => date === "2020-10-01");
  await widget.run((host) => (host.date = "2020-03-01"));
  await untilRows(widget, "the table follows", [["France", "Banned", "10 February 2020", "Le Journal", ""]]);
});

eachEngine(
  "after a fault the last table stays below the line that reports it, sorted and searched as before",
  async () => {
    const children = "<p id=words>What stands in</p>";
    const widget = await mount(session.driver, { attributes: { src: SAMPLE }, children });
    await widget.ready();
    await untilRows(widget, "the table is filled", LAST);
    await widget.run((host) => {
      /** @type {HTMLCanvasElement} */
      const canvas = host.shadowRoot.querySelector(".map canvas");
      const clearRect = () => {
        throw new Error("out of order");
      };
      window.noted = { context: Object.assign(canvas.getContext("2d") ?? {}, { clearRect }) };
      host.date = "2020-08-01";
    });
    const { notice } = await widget.until("the engine has stopped", ({ state }) => state === "failed");
    assert.equal(notice, "The interactive chart could not be loaded.");
    const seen = await widget.run(({ shadowRoot }) => {
      const parts = [".table", ".controls", ".map", ".details"].map((part) => shadowRoot.querySelector(part));
      return parts.map((part) => part.getClientRects().length > 0);
    });
    assert.deepEqual(seen, [true, false, false, false]);
    assert.ok(await session.driver.executeScript(() => document.getElementById("words").getClientRects().length > 0));
    await widget.click("[data-column=since]");
    await widget.click("[data-column=since]");
    assert.deepEqual(await names(widget), ["Example Works", "Germany", "France"]);
    await widget.run(type, "wire");
    assert.deepEqual(await names(widget), ["Example Works", "Germany"]);
    assert.equal(await widget.run(({ shadowRoot }) => shadowRoot.querySelectorAll("tbody button").length), 0);
    await takeFaults(session.driver);
    await widget.run(() => delete window.noted.context.clearRect);
    await widget.run((host, src) => (host.src = `${src}?again`), SAMPLE);
    await widget.ready();
    await widget.until("names open histories again", () => {
      return widget.run(({ shadowRoot }) => shadowRoot.querySelectorAll("tbody button").length > 0);
    });
  },
);

eachEngine("on paper the table is up to date at once, if it is visible", async () => {
  const widget = await mountTable({ date: "2020-12-31" });
  const printed = await widget.run((host) => {
    host.date = "2020-03-01";
    dispatchEvent(new Event("beforeprint"));
    const text = host.shadowRoot.querySelector("caption").textContent;
    dispatchEvent(new Event("afterprint"));
    return text;
  });
  assert.match(printed, /, 1 March 2020$/);
});

oneEngine("two elements on a page have separate orders and feedback", async () => {
  const first = await mountTable();
  const second = await mountMore(session.driver, { attributes: { src: SAMPLE, date: "2020-03-01" } });
  await second.ready();
  await openTable(second);
  await first.click("[data-column=entity]");
  await untilRows(second, "the second has its own day", [["France", "Banned", "10 February 2020", "Le Journal", ""]]);
  assert.deepEqual(await order(second), [["Status", "ascending"]]);
  assert.deepEqual(await names(first), ["Example Works", "France", "Germany"]);
});
