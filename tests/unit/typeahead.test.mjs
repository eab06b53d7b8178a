/** Which tile a reader means by typing on the map. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Typeahead } from "../../www/input/typeahead.js";

const NAMES = {
  en: {
    AT: "Austria",
    FR: "France",
    DE: "Germany",
    JM: "Jamaica",
    JP: "Japan",
    JO: "Jordan",
    NE: "Niger",
    NG: "Nigeria",
    GB: "United Kingdom",
    US: "United States",
    W: "Example Works",
  },
  fr: { EG: "Égypte", FR: "France" },
  de: { AT: "Österreich", DE: "Deutschland" },
  ar: { FR: "فرنسا", DE: "ألمانيا".replace("أ", "ا") },
  he: { FR: "צרפת", DE: "גרמניה" },
  hi: { DE: "जर्मनी", FR: "फ़्रांस" },
  ru: { DE: "Германия", FR: "Франция" },
  tr: { IN: "Hindistan", IE: "İrlanda", IT: "İtalya" },
  ja: { JP: "日本", FR: "フランス" },
};

/** A reader at a map in one language. @param {keyof typeof NAMES} [lang] */
function reader(lang = "en") {
  const typeahead = new Typeahead();
  const tiles = /** @type {any[]} */ (Object.entries(NAMES[lang]).map(([id, name]) => ({ id, name })));
  let [now, ring] = [0, /** @type {string|null} */ (null)];
  /** @param {string} key @param {number} [after]  ms since the key before */
  const press = (key, after = 100) => {
    now += after;
    const found = typeahead.find(/** @type {any} */ ({ key, timeStamp: now }), tiles, ring, lang);
    ring = found ?? ring;
    return found;
  };
  return {
    press,
    /** @param {string} text  returns the tile of the last letter */
    type: (text) => [...text].map((letter) => press(letter)).at(-1),
    /** @param {string|null} id */
    moveTo: (id) => void (ring = id),
    ring: () => ring,
    /** @param {number} after */
    awaits: (after) => typeahead.awaits(/** @type {any} */ ({ timeStamp: now + after })),
  };
}

for (const [lang, typed, id, what] of /** @type {[keyof typeof NAMES, string, string, string][]} */ ([
  ["en", "ger", "DE", "the beginning of a name"],
  ["en", "GER", "DE", "capitals"],
  ["en", "united k", "GB", "a name with a space in it"],
  ["en", "niger", "NE", "a whole name before a longer one"],
  ["en", "nigeri", "NG", "the longer name"],
  ["en", "gb", "GB", "a code"],
  ["en", "Gb", "GB", "a code in other letters"],
  ["fr", "egy", "EG", "a name without its accents"],
  ["fr", "ÉGY", "EG", "a name with its accents"],
  ["de", "os", "AT", "a name without its umlaut"],
  ["de", "Öst", "AT", "a name with its umlaut"],
  ["ar", "الم", "DE", "Arabic letters"],
  ["ar", "ال\u0645\u064e", "DE", "Arabic letters with a vowel sign"],
  ["he", "צרפ", "FR", "Hebrew letters"],
  ["hi", "जर्म", "DE", "Devanagari letters"],
  ["hi", "जरम", "DE", "Devanagari letters without vowel signs"],
  ["ru", "гер", "DE", "Cyrillic letters"],
  ["ja", "フラ", "FR", "Katakana"],
  ["ja", "日", "JP", "one ideograph"],
])) {
  test(`typing ${what} finds its tile: ${lang} ${typed}`, () => {
    const { type, ring } = reader(lang);
    type(typed);
    assert.equal(ring(), id);
  });
}

test("in Turkish a dotted capital is the small letter with its dot", () => {
  assert.equal(reader("tr").type("İrl"), "IE");
  assert.equal(reader("tr").type("ita"), "IT");
});

test("the same letter again goes to the next name that begins with it, and around", () => {
  const { press } = reader();
  assert.deepEqual(
    ["j", "j", "j", "j"].map((letter) => press(letter)),
    ["JM", "JP", "JO", "JM"],
  );
});

test("a first letter starts from the tile with the focus", () => {
  const { press, moveTo } = reader();
  moveTo("JM");
  assert.equal(press("j"), "JP");
});

test("names have their order in the language, also if the tiles have another", () => {
  const typeahead = new Typeahead();
  const [ad, de, ga, ge, gr] = [
    ["AD", "Andorra"],
    ["DE", "Germany"],
    ["GA", "Gabon"],
    ["GE", "Georgia"],
    ["GR", "Greece"],
  ].map(([id, name]) => /** @type {any} */ ({ id, name }));
  let ring = "AD";
  const found = [1, 2, 3, 4, 5].map((n) => {
    const event = /** @type {any} */ ({ key: "g", timeStamp: 2000 * n });
    return (ring = typeahead.find(event, [ad, de, ge, gr, ga], ring, "en") ?? ring);
  });
  assert.deepEqual(found, ["GA", "GE", "DE", "GR", "GA"]);
});

test("a second letter can stay on the tile that the first has found", () => {
  const { press } = reader();
  assert.equal(press("u"), "GB");
  assert.equal(press("n"), "GB");
});

test("after a pause, typing starts again", () => {
  const { type, press } = reader();
  assert.equal(type("fr"), "FR");
  assert.equal(press("j", 1000), "JM");
});

test("letters within the pause belong together, however many there are", () => {
  const { press } = reader();
  press("g");
  press("e", 999);
  assert.equal(press("r", 999), "DE");
});

test("a letter without a match finds nothing, and neither does a letter after it", () => {
  const { type, press, ring } = reader();
  type("fr");
  assert.equal(press("q"), undefined);
  assert.equal(press("f"), undefined);
  assert.equal(ring(), "FR");
});

test("a vowel sign alone finds nothing", () => {
  assert.equal(reader("ar").press("\u064e"), undefined);
});

test("an arrow ends the typing", () => {
  const { press } = reader();
  press("f");
  assert.equal(press("ArrowRight"), undefined);
  assert.equal(press("r"), undefined, "no name begins with r");
});

test("a space belongs to the text only within the pause after a letter", () => {
  const { press, awaits } = reader();
  assert.equal(awaits(0), false, "nothing has been typed");
  press("u");
  assert.equal(awaits(999), true);
  assert.equal(awaits(1000), false);
  press("ArrowUp");
  assert.equal(awaits(1), false);
});

test("a letter outside of the basic plane is one letter", () => {
  assert.equal(reader().press("\u{10400}"), undefined);
});

test("without tiles nothing is found", () => {
  const event = /** @type {any} */ ({ key: "a", timeStamp: 1 });
  assert.equal(new Typeahead().find(event, [], null, "en"), undefined);
});

test("typed text is literal, not a pattern", () => {
  assert.equal(reader().press("."), undefined);
  assert.equal(reader().press("*"), undefined);
});
