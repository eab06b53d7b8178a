/** The page in a frame: its address, what it refuses, what its host may ask for, and the heights that it tells. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { give, goTo, stage } from "./page.mjs";

const asks = new Set();
give("CSS", {
  supports: (/** @type {string} */ name, /** @type {string} */ value) => (asks.add(name), value !== "url(x)"),
});
give("origin", "https://paper.example");

const { Protocols } = await import("../../www/embed/protocols.js");
const { Host } = await import("../../www/embed/host.js");
const { dispatch } = await import("../../www/embed/commands.js");
const { restrict } = await import("../../www/embed/policy.js");
const { choose, setAttribute, setUp } = await import("../../www/embed/query.js");
const { Refusal } = await import("../../www/embed/refusal.js");

/** Tags and their directions, also for the tests of the command. @type {[string, string][]} */
const DIRECTIONS = JSON.parse(readFileSync(new URL("../data/language-tags.json", import.meta.url), "utf8")).directions;

const root = document.documentElement;
/** @type {any} */
let element;

beforeEach(() => {
  goTo("/embed.html");
  element = stage("<ban-spread></ban-spread>");
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
});

/** The page around, which is of the frame's origin. @type {any} */
const own = { trusted: true, chosen: false };
/** @param {string} query */
const setUpWith = (query) => setUp(element, new URLSearchParams(query), own);
const attributes = () => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

for (const [query, set] of /** @type {[string, object][]} */ ([
  ["", {}],
  ["date=2020&compare=2019", { date: "2020", compare: "2019" }],
  ["date=", {}],
  ["theme=dark&lang=de", { theme: "dark", lang: "de" }],
  ["src=data.json", { src: "data.json", "data-credentials": "omit" }],
  ["src=https://paper.example/a/data.csv", { src: "https://paper.example/a/data.csv", "data-credentials": "omit" }],
  ["src=%23inside", { src: "#inside", "data-credentials": "omit" }],
  [
    "onclick=alert(1)&id=x&style=x&crossorigin=use-credentials&data-credentials=include&engine=script&constructor=1",
    {},
  ],
  ["date=2020&date=2021", { date: "2020" }],
])) {
  test(`the address "?${query}" sets ${JSON.stringify(set)}`, () => {
    setUpWith(query);
    assert.deepEqual(attributes(), set);
  });
}

for (const src of [
  "https://stranger.example/data.json",
  "//stranger.example/data.json",
  "http://paper.example/data.json",
  "https://paper.example:8443/data.json",
  "https://paper.example@stranger.example/data.json",
  "data:application/json,{}",
  "blob:https://stranger.example/1",
  "javascript:alert(1)",
  "\\\\stranger.example/data.json",
  "https://",
]) {
  test(`a dataset of another origin is refused: ${src}`, () => {
    assert.throws(
      () => setUpWith(new URLSearchParams({ src }).toString()),
      (/** @type {any} */ thrown) => {
        assert.ok(thrown instanceof Refusal);
        assert.deepEqual(/** @type {any} */ (thrown).detail, {
          code: "dataset-load",
          cause: "policy",
          message: `This page shows only datasets from https://paper.example/.`,
          diagnostics: [],
        });
        return true;
      },
    );
    assert.equal(element.hasAttribute("src"), false);
  });
}

for (const [lang, dir] of DIRECTIONS) {
  test(`a page in ${lang} runs ${dir}, as the command writes it`, () => {
    setAttribute(element, "lang", lang, own);
    assert.equal(root.dir, dir);
  });
}

test("a page in a language of the package runs as its words do", () => {
  const folder = new URL("../../www/messages/", import.meta.url);
  for (const file of readdirSync(folder)) {
    setAttribute(element, "lang", file.replace(".json", ""), own);
    const { words } = JSON.parse(readFileSync(new URL(file, folder), "utf8"));
    assert.equal(root.dir, /[\u0590-\u08ff]/.test(words.play) ? "rtl" : "ltr", file);
  }
});

test("taking an attribute away brings the page back as well", () => {
  for (const [name, value] of [
    ["theme", "dark"],
    ["lang", "ar"],
  ])
    setAttribute(element, name, value, own);
  assert.deepEqual([root.dataset.theme, root.dir], ["dark", "rtl"]);
  for (const name of ["theme", "lang", "src"]) setAttribute(element, name, null, own);
  assert.deepEqual([root.dataset.theme, root.dir], ["auto", "ltr"]);
  assert.deepEqual(attributes(), { "data-credentials": "omit" });
});

test("the ground of the host is a colour or nothing", () => {
  setUpWith("background=url(x)");
  assert.equal(root.style.getPropertyValue("--ban-spread-background"), "");
  setUpWith("background=tomato");
  assert.equal(root.style.getPropertyValue("--ban-spread-background"), "tomato");
  assert.deepEqual([...asks], ["color"]);
});

test("an address selects and filters, unless a link says more", () => {
  choose(element, new URLSearchParams("selected=GB&filter=banned"));
  assert.deepEqual([element.selected, element.filter], ["GB", "banned"]);
  const other = stage("<ban-spread></ban-spread>");
  goTo("/embed.html#ban-spread=2020");
  choose(other, new URLSearchParams("selected=GB&filter=banned"));
  assert.deepEqual([other.selected, other.filter], [undefined, undefined]);
});

test("the page may load nothing but files of its own origin", () => {
  restrict();
  const { content } = /** @type {HTMLMetaElement} */ (document.head.querySelector("meta:last-child"));
  assert.equal(
    content,
    "default-src 'none'; script-src https://paper.example 'wasm-unsafe-eval'; connect-src https://paper.example; " +
      "style-src https://paper.example; img-src https://paper.example",
  );
});

/** Gives a message to an element that notes what it is asked for, and returns both what it did and what was told. @param {unknown} message */
function command(message) {
  /** @type {any[]} */
  const done = [];
  /** @type {any[]} */
  const told = [];
  const widget = {
    setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => void done.push([name, value]),
    removeAttribute: (/** @type {string} */ name) => void done.push([name, null]),
    next: () => void done.push("next"),
    previous: () => void done.push("previous"),
    play: () => void done.push("play"),
    pause: () => void done.push("pause"),
    get state() {
      return { date: "2020-07-14" };
    },
    set state(state) {
      done.push(state);
    },
  };
  const tell = (/** @type {any[]} */ ...what) => void told.push(what);
  const host = { tell, relay: tell };
  dispatch(message, /** @type {any} */ (widget), /** @type {any} */ (host));
  return { done, told };
}

for (const message of [
  null,
  undefined,
  "ban-spread",
  5,
  [],
  {},
  { type: "other", set: { date: "2020" } },
  { type: "ban-spread" },
  { type: "ban-spread", get: "date" },
  { type: "ban-spread", do: "play" },
]) {
  test(`a message that is none of ours is passed over in silence: ${JSON.stringify(message)}`, () => {
    assert.deepEqual(command(message), { done: [], told: [] });
  });
}

for (const [command_, done] of /** @type {[object, any[]][]} */ ([
  [
    { set: { date: "2020", filter: null, step: 0, playing: true } },
    [{ date: "2020", filter: null, step: 0, playing: true }],
  ],
  [{ set: {} }, [{}]],
  [{ set: { theme: "dark", lang: "de", date: "2020" } }, [["lang", "de"], ["theme", "dark"], { date: "2020" }]],
  [{ set: { lang: null } }, [["lang", null], {}]],
  [{ set: { src: "other.json" } }, [["data-credentials", "omit"], ["src", "other.json"], {}]],
  [{ call: "next" }, ["next"]],
  [{ call: "pause" }, ["pause"]],
  [{ set: { date: "2020" }, call: "play" }, [{ date: "2020" }, "play"]],
])) {
  test(`a host may ask: ${JSON.stringify(command_)}`, () => {
    assert.deepEqual(command({ type: "ban-spread", ...command_ }), { done, told: [] });
  });
}

test("a host that asks for the state is told it", () => {
  assert.deepEqual(command({ type: "ban-spread", get: "state" }).told, [["state", { date: "2020-07-14" }]]);
});

const KNOWN = "date, compare, filter, selected, step, playing, theme, lang, src";
for (const [command_, message] of /** @type {[object, string][]} */ ([
  [{ set: null }, "set is not an object: null"],
  [{ set: "date" }, 'set is not an object: "date"'],
  [{ set: { date: 2020 } }, "set: invalid date: 2020"],
  [{ set: { date: null } }, "set: invalid date: null"],
  [{ set: { step: -1 } }, "set: invalid step: -1"],
  [{ set: { step: 1.5 } }, "set: invalid step: 1.5"],
  [{ set: { step: "1" } }, 'set: invalid step: "1"'],
  [{ set: { playing: "yes" } }, 'set: invalid playing: "yes"'],
  [{ set: { theme: "blue" } }, 'set: invalid theme: "blue"'],
  [{ set: { selected: { id: "GB" } } }, 'set: invalid selected: {"id":"GB"}'],
  [{ set: { innerHTML: "x" } }, `set: innerHTML is unknown (${KNOWN})`],
  [{ set: { constructor: "x" } }, `set: constructor is unknown (${KNOWN})`],
  [{ set: JSON.parse('{"__proto__": "x"}') }, `set: __proto__ is unknown (${KNOWN})`],
  [{ set: { onclick: "alert(1)" } }, `set: onclick is unknown (${KNOWN})`],
  [{ set: { src: "a.json", date: "2020" } }, "set: src must be alone in its message"],
  [{ set: { date: "2020", step: -1 } }, "set: invalid step: -1"],
  [{ call: "remove" }, 'call: "remove" is unknown (next, previous, play, pause)'],
  [{ call: "constructor" }, 'call: "constructor" is unknown (next, previous, play, pause)'],
  [{ call: ["next"] }, 'call: ["next"] is unknown (next, previous, play, pause)'],
  [{ call: null }, "call: null is unknown (next, previous, play, pause)"],
])) {
  test(`what cannot be set is answered with an error, and nothing of it is done: ${JSON.stringify(command_)}`, () => {
    const { done, told } = command({ type: "ban-spread", ...command_ });
    assert.deepEqual(done, []);
    const detail = { code: "invalid-message", cause: null, message, diagnostics: [] };
    assert.deepEqual(told, [["error", detail]]);
  });
}

test("a host cannot have the dataset of another origin shown", () => {
  const { done, told } = command({ type: "ban-spread", set: { src: "https://stranger.example/a.json" } });
  assert.deepEqual(done, []);
  assert.equal(told[0][1].cause, "policy");
});

test("what cannot even be written as JSON is answered, too", () => {
  /** @type {any} */
  const circle = {};
  circle.self = circle;
  const { done, told } = command({ type: "ban-spread", set: { date: circle } });
  assert.deepEqual(done, []);
  assert.equal(told[0][1].code, "invalid-message");
});

/** Every message that tells a height. @param {string} query @param {unknown[]} [heard] @param {number} [height] */
function heights(query, heard = [], height = 640) {
  const protocols = new Protocols(new URLSearchParams(query));
  for (const message of heard) protocols.hear(message);
  give("innerWidth", 500);
  return [...protocols.say(height)];
}

test("a height is told in the protocol of each host that is known by no name", () => {
  const src = "https://paper.example/embed.html";
  assert.deepEqual(heights(""), [
    { type: "ban-spread", event: "height", detail: { height: 640 } },
    { sentinel: "amp", type: "embed-size", height: 640 },
    { "datawrapper-height": { [src]: 640 } },
    JSON.stringify({ src, context: "iframe.resize", height: 640 }),
    JSON.stringify({ sender: "Flourish", context: "iframe.resize", method: "resize", height: 640, src }),
    JSON.stringify({ type: "set-height", value: 640 }),
  ]);
});

test("AMP is never told less than it takes", () => {
  assert.deepEqual(heights("", [], 40)[1], { sentinel: "amp", type: "embed-size", height: 100 });
  assert.equal(/** @type {any} */ (heights("", [], 40)[0]).detail.height, 40);
});

test("Pym.js and Datawrapper's listener know the frame by its id", () => {
  for (const query of ["childId=pym-0", "id=pym-0", "childId=pym-0&id=other"]) {
    const said = heights(query);
    assert.ok(said.includes("pymxPYMxpym-0xPYMxheightxPYMx640"), query);
    assert.deepEqual(said[2], { "datawrapper-height": { "pym-0": 640 } });
  }
});

test("WordPress knows the frame by its secret, which is in the address from the beginning", () => {
  goTo("/embed.html#?secret=abc123");
  const protocols = new Protocols(new URLSearchParams());
  goTo("/embed.html#ban-spread=2020");
  assert.deepEqual([...protocols.say(640)].at(-1), { secret: "abc123", message: "height", value: 640 });
});

test("iframe-resizer knows the frame by the name that it gives it, and hears first that it has begun", () => {
  const protocols = new Protocols(new URLSearchParams());
  give("innerWidth", 500);
  assert.equal(protocols.hear("[iFrameSizer]map:8:false:true"), true);
  assert.equal([...protocols.say(640)].at(-1), "[iFrameSizer]map:640:500:init");
  assert.equal(protocols.hear("[iFrameSizer]resize"), true);
  assert.equal([...protocols.say(700)].at(-1), "[iFrameSizer]map:700:500:size");
});

for (const [message, asksForHeight] of /** @type {[unknown, boolean][]} */ ([
  [{ type: "ban-spread", get: "height" }, true],
  [{ message: "ready", secret: "abc" }, true],
  [{ message: "ready" }, false],
  ["pymxPYMxpym-0xPYMxwidthxPYMx400", true],
  ["pymxPYMxpym-1xPYMxwidthxPYMx400", false],
  ["[iFrameSizer]map:8:false", true],
  ["[iFrameSizer]", true],
  ["anything", false],
  ["", false],
  [null, false],
  [undefined, false],
  [5, false],
  [{}, false],
  [[], false],
])) {
  test(`the message ${JSON.stringify(message)} ${asksForHeight ? "asks" : "does not ask"} for the height`, () => {
    assert.equal(Boolean(new Protocols(new URLSearchParams("childId=pym-0")).hear(message)), asksForHeight);
  });
}

/**
 * The page around, at an origin.
 * @param {string|null} origin  what the frame is told to speak with
 * @param {string|undefined} around  the origin of the page around; undefined for one that must not be read
 * @param {string} [allowed]  what the publisher allows
 */
function hostAt(origin, around, allowed = "") {
  /** @type {any[]} */
  const posted = [];
  const parent = {
    postMessage: (/** @type {any} */ message, /** @type {string} */ target) => void posted.push([message, target]),
    get origin() {
      if (around === undefined) throw new DOMException("blocked", "SecurityError");
      return around;
    },
  };
  give("parent", parent);
  /** @type {((event: object) => void)[]} */
  const listeners = [];
  give("addEventListener", (/** @type {string} */ _name, /** @type {any} */ heard) => void listeners.push(heard));
  const host = new Host(origin, allowed);
  /** @type {any[]} */
  const heard = [];
  host.listen((data) => void heard.push(data));
  const say = (/** @type {object} */ event) =>
    listeners.forEach((listener) => listener({ data: 1, source: parent, origin: "https://a.example", ...event }));
  return { host, posted, heard, say };
}

const FAULT = { code: "invalid-dataset", cause: null, message: "Secret words.", diagnostics: [{ message: "Secret." }] };

const QUIET = {
  code: "dataset-load",
  cause: null,
  message: "The interactive chart could not be loaded.",
  diagnostics: [],
};

for (const [what, around, detail, told] of /** @type {[string, string|undefined, object, object][]} */ ([
  ["of the same origin hears what is wrong", "https://paper.example", FAULT, FAULT],
  ["of another origin hears no word of a dataset", undefined, FAULT, QUIET],
  ["of another origin hears no word of a fault", undefined, { ...FAULT, code: "engine-fault" }, QUIET],
  [
    "of another origin does not hear why a dataset did not come",
    undefined,
    { ...FAULT, code: "dataset-load", cause: "not-found" },
    QUIET,
  ],
  [
    "of another origin hears why the engine did not come",
    undefined,
    { ...FAULT, code: "engine-load" },
    { ...FAULT, code: "engine-load", diagnostics: [] },
  ],
  [
    "of another origin hears of a date that is none",
    undefined,
    { ...FAULT, code: "invalid-date" },
    { ...FAULT, code: "invalid-date", diagnostics: [] },
  ],
])) {
  test(`a host ${what}`, () => {
    const { host, posted } = hostAt(null, around);
    host.relay("error", detail);
    assert.deepEqual(posted, [[{ type: "ban-spread", event: "error", detail: told }, "*"]]);
  });
}

for (const [what, origin, allowed, chosen, hears] of /** @type {[string, string|null, string, boolean, boolean][]} */ ([
  ["that has chosen the dataset hears no date", null, "", true, false],
  ["that has not chosen the dataset hears its date", null, "", false, true],
  ["that the publisher allows hears all", "https://a.example", "https://b.example https://a.example", true, true],
  ["that names another than the allowed origin hears no date", "https://a.example", "https://b.example", true, false],
  ["that names no origin hears no date where one is allowed", null, "https://a.example", true, false],
  ["hears all where the publisher allows any", null, "*", true, true],
])) {
  test(`a host of another origin ${what}`, () => {
    const { host, posted } = hostAt(origin, undefined, allowed);
    host.chosen = chosen;
    const date = { date: "2020" };
    for (const event of ["ready", "input", "change", "state"]) host.relay(event, date);
    const told = posted.map(([{ event, detail }]) => [event, detail]);
    // That something has changed would tell of the dataset, too.
    const changes = hears ? ["input", "change"].map((event) => [event, date]) : [];
    const known = hears ? date : null;
    assert.deepEqual(told, [["ready", known], ...changes, ["state", known]]);
    assert.ok(posted.every(([, target]) => target === (origin ?? "*")));
  });
}

for (const [src, shown] of /** @type {[string, boolean][]} */ ([
  ["/data/a.json", true],
  ["data/deep/a.csv", true],
  ["/data/../secret.json", false],
  ["/data/..%2fsecret.json", false],
  ["/data/%2e%2e/secret.json", false],
  ["/data/..\\secret.json", false],
  ["/database.json", false],
  ["/echo?of=/data/", false],
  ["//stranger.example/data/a.json", false],
])) {
  test(`where a publisher names a folder, a dataset ${shown ? "in it is shown" : "elsewhere is refused"}: ${src}`, () => {
    const meta = document.createElement("meta");
    meta.name = "ban-spread-datasets";
    meta.content = "/data/";
    document.head.append(meta);
    const set = () => setUpWith(new URLSearchParams({ src }).toString());
    if (shown) set();
    else assert.throws(set, Refusal);
    meta.remove();
    assert.equal(element.hasAttribute("src"), shown);
  });
}

test("a page of another origin has files asked for without cookies, whatever the address says", () => {
  setUp(element, new URLSearchParams("date=2020"), /** @type {any} */ ({ trusted: false }));
  assert.equal(element.getAttribute("data-credentials"), "omit");
});

test("a frame that is told an origin speaks with that one alone", () => {
  const { host, posted, heard, say } = hostAt("https://a.example/path", undefined);
  host.post("x");
  assert.deepEqual(posted, [["x", "https://a.example"]]);
  say({ data: "own" });
  say({ data: "stranger", origin: "https://b.example" });
  say({ data: "another frame", source: {} });
  assert.deepEqual(heard, ["own"]);
});

test("a page that is in no frame tells nothing and hears nothing", () => {
  const { posted, host, heard, say } = (() => {
    const all = hostAt(null, undefined);
    all.host.there = false;
    return all;
  })();
  host.tell("ready", {});
  say({});
  assert.deepEqual([posted, heard], [[], []]);
});

for (const origin of ["", "nonsense", "null", "data:text/html,x", "file:///a", "javascript:alert(1)", "*"]) {
  test(`what is no origin is refused: "${origin}"`, () => {
    assert.throws(() => hostAt(origin, undefined), {
      message: 'The parameter "origin" is not an origin such as https://example.org.',
    });
  });
}

/** @type {any} */
const clock = { frames: [], resized: () => {} };
const runFrames = () => clock.frames.splice(0).forEach((/** @type {() => void} */ run) => run());

test("a height is told when it is known, when it has changed, and when asked; a host that does not follow gets a scroll bar", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  give("requestAnimationFrame", (/** @type {() => void} */ run) => clock.frames.push(run));
  give(
    "ResizeObserver",
    class {
      /** @param {() => void} changed */
      constructor(changed) {
        clock.resized = changed;
      }
      observe() {}
    },
  );
  const size = { width: 500, height: 640.2 };
  root.getBoundingClientRect = () => /** @type {any} */ (size);
  give("innerHeight", 300);
  give("addEventListener", (/** @type {string} */ name, /** @type {() => void} */ heard) => void (clock[name] = heard));
  const { Heights } = await import("../../www/embed/heights.js");
  /** @type {any[]} */
  const said = [];
  const host = { there: true, post: (/** @type {any} */ message) => void said.push(message) };
  const protocols = {
    say: (/** @type {number} */ height) => [height],
    hear: (/** @type {any} */ data) => data === "height?",
  };
  const heights = new Heights(/** @type {any} */ (host), /** @type {any} */ (protocols));

  assert.equal(heights.hear("height?"), true, "asked before it is known");
  heights.begin();
  heights.begin();
  assert.deepEqual(said, []);
  assert.equal(root.dataset.room, "enough");
  clock.resized();
  clock.resized();
  runFrames();
  runFrames();
  assert.deepEqual(said, [641], "once, a frame after the element has drawn itself");
  clock.resized();
  runFrames();
  runFrames();
  assert.deepEqual(said, [641], "the same is not told again");
  t.mock.timers.tick(499);
  assert.equal(root.dataset.room, "enough");
  t.mock.timers.tick(1);
  assert.equal(root.dataset.room, "short");
  give("innerHeight", 641);
  clock.resize();
  assert.equal(root.dataset.room, "enough");
  assert.equal(heights.hear("height?"), true);
  assert.deepEqual(said, [641, 641]);
  assert.equal(heights.hear("something else"), false);
  size.width = 0;
  size.height = 0;
  clock.resized();
  runFrames();
  runFrames();
  assert.deepEqual(said, [641, 641], "what is not shown has no height");
});

test("a page in no frame begins to tell no heights", async () => {
  const { Heights } = await import("../../www/embed/heights.js");
  root.dataset.room = "";
  new Heights(/** @type {any} */ ({ there: false }), /** @type {any} */ ({})).begin();
  assert.equal(root.dataset.room, "");
});
