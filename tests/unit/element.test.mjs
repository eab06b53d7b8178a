/** The element without drawing: what it asks of a chart, in which order, and its lifecycle. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { frames, mount, ready, server, settle } from "./mounted.mjs";
import { goTo } from "./page.mjs";
import { Engine } from "./engine.mjs";

const STATE = {
  date: "9",
  compare: null,
  filter: null,
  firm: false,
  selected: null,
  step: null,
  view: "map",
  weighted: false,
  playing: false,
};

test("a chart begins on its last day or on that of its attributes, and is ready once", async () => {
  const { host, take } = mount();
  await settle();
  assert.deepEqual(take(), [["ready", { ...STATE, diagnostics: [] }]]);
  assert.deepEqual(host.state, STATE);
  assert.equal(await host.ready, host);
  const other = await ready('date="3" compare="1"');
  assert.deepEqual(other.host.state, { ...STATE, date: "3", compare: "1" });
});

for (const [what, act, state] of /** @type {[string, (host: any) => void, object][]} */ ([
  ["the last of two dates", (host) => ((host.state = { date: "3" }), (host.state = { date: "5" })), { date: "5" }],
  [
    "a part of each of two states",
    (host) => ((host.state = { date: "3" }), (host.filter = "x")),
    { date: "3", filter: "x" },
  ],
  [
    "a step in the place of a date",
    (host) => ((host.state = { date: "5", selected: "GB" }), (host.step = 2)),
    { date: "2", step: 2 },
  ],
  ["a date after a step", (host) => ((host.step = 2), (host.state = { date: "5" })), { date: "5", step: 2 }],
  ["no step", (host) => ((host.state = { date: "5" }), (host.step = null)), { date: "5" }],
  [
    "moves in their order",
    (host) => ((host.state = { date: "5" }), host.next(), host.next(), host.previous()),
    { date: "6" },
  ],
  ["a move before a date", (host) => (host.previous(), (host.state = { date: "5" })), { date: "5" }],
  [
    "an attribute that takes back a date",
    (host) => ((host.state = { date: "5" }), host.setAttribute("date", "4")),
    { date: "4" },
  ],
  ["a date, and no date after it", (host) => ((host.date = "3"), (host.date = null)), { date: "3" }],
  ["a view", (host) => (host.view = "table"), { view: "table" }],
  ["weights", (host) => (host.weighted = true), { weighted: true }],
  [
    "an attribute that takes back weights",
    (host) => (host.setAttribute("weighted", ""), host.removeAttribute("weighted")),
    {},
  ],
  [
    "an attribute that takes back a view",
    (host) => ((host.view = "table"), host.setAttribute("view", "lanes")),
    { view: "lanes" },
  ],
  ["playback", (host) => ((host.state = { date: "5" }), host.play()), { date: "5", playing: true }],
  ["playback that was stopped again", (host) => (host.play(), host.pause()), {}],
])) {
  test(`before there is a chart it accepts ${what}`, async () => {
    const { host } = mount();
    act(host);
    await settle();
    assert.deepEqual(host.state, { ...STATE, ...state });
  });
}

test("an attribute says whether a chart begins with weights, and then whether it shows them", async () => {
  const { host, engine } = await ready("weighted");
  assert.deepEqual([host.weighted, host.state.weighted], [true, true]);
  host.removeAttribute("weighted");
  host.setAttribute("weighted", "");
  host.weighted = null;
  assert.deepEqual(engine.asked, [{ weighted: false }, { weighted: true }, { weighted: false }]);
});

test("an attribute names the view with which a chart begins, and then the one that it shows", async () => {
  const { host, engine } = await ready('view="LANES"');
  assert.deepEqual([host.view, host.state.view], ["lanes", "lanes"]);
  host.setAttribute("view", "table");
  assert.deepEqual(engine.asked, [{ view: "table" }]);
  host.setAttribute("view", "nonsense");
  host.removeAttribute("view");
  assert.deepEqual(engine.asked.slice(1), [{ view: "map" }, { view: "map" }]);
  assert.equal(mount('view="Lanes"').host.view, "lanes", "before there is a chart");
});

test("a view that there is not does nothing", async () => {
  const { host, engine } = await ready();
  host.view = /** @type {any} */ ("rows");
  assert.deepEqual(engine.asked, []);
});

for (const [what, act, intents] of /** @type {[string, (host: any) => void, any[]][]} */ ([
  ["a date", (host) => (host.date = "3"), [{ day: 3 }]],
  ["a comparison", (host) => (host.compare = "3"), [{ compare: 3 }]],
  ["none any more", (host) => (host.compare = null), [{ compare: null }]],
  ["a status", (host) => (host.filter = "banned"), [{ filter: "banned" }]],
  ["a history", (host) => (host.selected = "GB"), [{ select: "GB" }]],
  ["no history", (host) => (host.selected = undefined), [{ select: null }]],
  ["a step of the tour", (host) => (host.step = 1), [{ tour: 1 }]],
  ["the next change", (host) => host.next(), [{ step: 1 }]],
  ["the previous change", (host) => host.previous(), [{ step: -1 }]],
  ["a view", (host) => (host.view = "table"), [{ view: "table" }]],
  ["playback", (host) => host.play(), ["play"]],
])) {
  test(`a chart that is there is asked for ${what} at once`, async () => {
    const { host, engine } = await ready();
    act(host);
    assert.deepEqual(engine.asked, intents);
  });
}

test("an element that leaves the page during playback stops playing", async () => {
  const { host } = await ready();
  host.date = "2";
  host.play();
  await settle();
  assert.equal(host.playing, true);
  host.remove();
  await new Promise((resolve) => setTimeout(resolve, 1));
  assert.deepEqual([host.playing, host.state.date], [false, host.date]);
});

test("an invalid date is reported, and the shown date stays", async () => {
  const { host, take } = await ready();
  host.date = "tomorrow";
  await settle();
  const [[name, { code, message }], ...more] = take();
  assert.deepEqual([name, code, more.length, host.state.date], ["error", "invalid-date", 0, "9"]);
  assert.equal(message, 'date is not a date such as 2020-07-14, 2020-07 or 2020: "tomorrow"');
});

test("the core learns the window of the timeline, and one that is none is told once", async () => {
  const { host, engine, take } = await ready();
  host.start = "3";
  host.setAttribute("end", "4");
  await settle();
  assert.deepEqual(engine.settings.at(-1).window, { start: "3", end: "4" });
  assert.deepEqual(take(), []);
  host.end = "2";
  await settle();
  host.theme = "dark";
  await settle();
  const [[name, { code, message }], ...more] = take();
  assert.deepEqual([name, code, host.end, more.length], ["error", "invalid-date", "2", 0]);
  assert.equal(message, 'start="3" and end="2" must be dates in this order, not outside 0 to 9');
  host.end = "soon";
  await settle();
  assert.match(take()[0][1].message, /^start="3" and end="soon" must be dates/);
  host.end = null;
  host.start = null;
  await settle();
  assert.deepEqual(engine.settings.at(-1).window, { start: "", end: "" });
  assert.deepEqual(take(), []);
});

for (const when of ["before there is a chart", "once there is a chart"]) {
  test(`a value that cannot become a text is refused where the page sets it, ${when}`, async () => {
    const { host, take } = mount();
    if (when !== "before there is a chart") await settle();
    const odd = {
      toString() {
        throw new Error("of the page");
      },
    };
    for (const name of ["date", "compare", "filter", "selected", "step", "view"]) {
      assert.throws(() => (host[name] = odd), /of the page/, name);
      assert.throws(() => (host.state = { [name]: odd }), /of the page/, name);
    }
    host.selected = Symbol("odd");
    for (const value of ["lanes", 5, Symbol("odd")]) host.view = value;
    for (const move of ["much", 1, {}]) host.state = { move };
    // Each character of a text would be a field.
    for (const state of ["selected", 5, true, undefined]) host.state = state;
    await settle();
    assert.deepEqual(
      take().filter(([name]) => name === "error"),
      [],
    );
    assert.equal(host.date, "9");
  });
}

test("a change that the page prevents is taken back before it is seen", async () => {
  const { host, page, names, engine } = await ready();
  page.prevents = ["beforechange"];
  host.state = { date: "3", selected: "GB" };
  await settle();
  assert.deepEqual(names(), ["beforechange"]);
  assert.deepEqual([engine.state.day, host.state], [9, STATE]);
  page.prevents = ["select"];
  host.state = { date: "3", selected: "FR" };
  await settle();
  assert.deepEqual([engine.state.day, engine.state.selected], [3, null]);
  assert.deepEqual(names(), ["beforechange", "select", "input", "change"]);
});

test("what a page asks for while it is asked comes after its answer", async () => {
  const { host, names, engine } = await ready();
  host.addEventListener("ban-spread-beforechange", () => (host.selected = "GB"), { once: true });
  host.date = "3";
  await settle();
  assert.deepEqual(engine.asked, [{ day: 3 }, { select: "GB" }]);
  const change = ["beforechange", "input", "change"];
  assert.deepEqual(names(), [...change, "beforechange", "select", "input", "change"]);
});

test("a drag fires input while it lasts, and one change at its end", async () => {
  const { host, names, take } = await ready();
  const area = host.shadowRoot.querySelector(".timeline");
  area.setPointerCapture = () => {};
  const point = async (/** @type {string} */ type) => {
    const event = new MouseEvent(type, { bubbles: true });
    area.dispatchEvent(Object.assign(event, { pointerId: 1, isPrimary: true, pointerType: "mouse" }));
    await settle();
  };
  await point("pointerdown");
  host.date = "3";
  await settle();
  host.date = "4";
  await settle();
  assert.deepEqual(names(), ["beforechange", "input", "beforechange", "input"]);
  await point("pointerup");
  assert.deepEqual(take(), [["change", { ...STATE, date: "4" }]]);
});

test("playback fires input while it runs, and one change when it stops", async () => {
  const { host, take } = await ready();
  host.date = "1";
  await settle();
  take();
  host.play();
  for (let now = 50; now <= 300; now += 50) {
    for (const [handle, run] of [...frames]) {
      frames.delete(handle);
      run(now);
    }
  }
  const shown = take();
  const dates = shown.filter(([name]) => name === "input").map(([, { date }]) => date);
  assert.ok(dates.length > 2 && new Set(dates).size > 2, dates.join());
  assert.ok(shown.every(([name]) => name !== "change"));
  host.pause();
  await settle();
  const changes = take().filter(([name]) => name === "change");
  assert.deepEqual(changes, [["change", { ...STATE, date: host.date }]]);
});

test("refused data changes nothing and fires an error", async () => {
  const { host, take, engine } = await ready();
  server.answer = () => new Response("", { status: 404 });
  const fails = new Promise((resolve) => host.addEventListener("ban-spread-error", resolve, { once: true }));
  host.data = "refused";
  // The checker that could explain it is not there.
  await fails;
  assert.deepEqual(
    take().map(([name, { code }]) => [name, code]),
    [["error", "invalid-dataset"]],
  );
  assert.deepEqual([Engine.all.length, engine.freed, host.state], [1, false, STATE]);
});

test("other data goes to the same chart, the same data does not", async () => {
  const { host, engine } = await ready();
  // A list of so many places could not be written as text.
  host.data = new Array(2 ** 32 - 1);
  await settle();
  assert.equal(engine.text, "[]");
  host.data = { a: 1 };
  await settle();
  assert.deepEqual([engine.text, Engine.all.length], ['{"a":1}', 1]);
  const { load } = engine;
  engine.load = () => assert.fail("read again");
  host.data = { a: 1 };
  host.data = '{"a":1}';
  await settle();
  engine.load = load;
  host.data = null;
  await settle();
  assert.deepEqual([engine.text, engine.limitFactor, Engine.all.length], ["built in", undefined, 1]);
});

test("a chart that stops leaves its last table, and fires an error", async () => {
  const { host, take, engine } = await ready();
  host.selected = "trap";
  await settle();
  const [[name, { code, message }]] = take();
  assert.deepEqual([name, code, message], ["error", "engine-fault", "The chart stopped because of a bug: unreachable"]);
  assert.equal(engine.freed, true);
  const root = host.shadowRoot.querySelector(".root");
  assert.deepEqual([root.dataset.state, root.hasAttribute("data-left")], ["failed", true]);
});

test("a chart that stops while it starts fires an error, and becomes ready with other data", async () => {
  const { host, names } = mount();
  host.data = "trap";
  await settle();
  assert.deepEqual(names(), ["error"]);
  host.data = "{}";
  await settle();
  assert.deepEqual(names(), ["ready"]);
});

test("an element that leaves the page ends its chart, and shows the same when it returns", async () => {
  const { host, engine } = await ready();
  host.state = { date: "3", filter: "banned" };
  await settle();
  host.remove();
  await new Promise((resolve) => setTimeout(resolve, 1));
  assert.equal(engine.freed, true);
  document.body.append(host);
  await settle();
  assert.deepEqual([Engine.all.length, host.state], [2, { ...STATE, date: "3", filter: "banned" }]);
});

test("an element that is moved within the page keeps its chart", async () => {
  const { host, engine } = await ready();
  const box = document.body.appendChild(document.createElement("div"));
  box.append(host);
  await new Promise((resolve) => setTimeout(resolve, 1));
  await settle();
  assert.deepEqual([Engine.all.length, engine.freed], [1, false]);
});

test("a link in the address of the page sets the start of a chart, and can change later", async () => {
  goTo("/article#ban-spread=1..4,GB");
  const { host } = mount('date="3"');
  await settle();
  assert.deepEqual(host.state, { ...STATE, date: "4", compare: "1", selected: "GB" });
  host.scrollIntoView = () => {};
  goTo("/article#ban-spread=7");
  dispatchEvent(new Event("hashchange"));
  await settle();
  assert.deepEqual(host.state, { ...STATE, date: "7" });
});

test("Enter opens the history of the tile that earlier keys have reached, without waiting for a frame", async () => {
  const { host, engine } = await ready();
  const tiles = host.shadowRoot.querySelector(".tiles");
  const press = (/** @type {string} */ key) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    // The value would be the time since the page was opened.
    Object.defineProperty(event, "getModifierState", { value: () => false });
    tiles.dispatchEvent(event);
  };
  press("Enter");
  assert.equal(engine.state.selected, null, "nothing has the focus");
  for (const key of ["f", "r", "Enter"]) press(key);
  assert.equal(engine.state.selected, "FR");
  await settle();
  assert.equal(tiles.firstElementChild.getAttribute("aria-label"), "France, in focus");
});

test("printing uses the settings of paper at once, and afterwards those of the page", async () => {
  const { engine } = await ready();
  engine.settings.length = 0;
  dispatchEvent(new Event("beforeprint"));
  assert.deepEqual(
    engine.settings.map(({ theme }) => theme.scheme),
    ["print"],
  );
  dispatchEvent(new Event("afterprint"));
  assert.deepEqual(
    engine.settings.map(({ theme }) => theme.scheme),
    ["print", "light"],
  );
});

for (const [what, start, said] of /** @type {[string, string, string|undefined][]} */ ([
  ["playback that has run to its end tells the whole story", "8", "the whole story"],
  ["playback that stands tells where", "2", undefined],
])) {
  test(`${what}, after a pause`, async (t) => {
    const { host, engine } = await ready();
    host.date = start;
    await settle();
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const line = host.shadowRoot.querySelector("[role=status]");
    const advance = () => {
      for (const [handle, run] of [...frames]) {
        frames.delete(handle);
        run((now += 50));
      }
    };
    let now = 0;
    host.play();
    for (let n = 0; n < 4; n++) advance();
    t.mock.timers.tick(599);
    assert.equal(line.textContent, "Playing");
    if (engine.state.playing) host.pause();
    advance();
    t.mock.timers.tick(600);
    assert.equal(line.textContent, said ?? `day ${engine.state.day}`);
  });
}
