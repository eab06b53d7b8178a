/** Rules for every script. `tsc` checks types and Prettier checks form: no rule here repeats them. */

import js from "@eslint/js";
import globals from "globals";

/** Globals of browsers that are mostly a forgotten parameter or import. */
const MISTAKEN = ["event", "name", "status", "length", "find", "stop", "open", "close"];

const CLOCK = "The core computes dates. With a clock, the same input gives different pictures.";
const MARKUP = "Parsed markup can run scripts of a dataset. Build nodes with `make` of dom.js.";
/** The table is copied as its `outerHTML`: only setting it parses. */
const MARKUP_SET = {
  selector: [
    "AssignmentExpression > MemberExpression.left[property.name=/^(outerHTML|srcdoc)$/]",
    // What `Object.assign` or `make` of dom.js would set.
    "Property[key.name=/^(innerHTML|outerHTML|srcdoc)$/]:not(ObjectPattern > Property)",
    "CallExpression > Literal.arguments[value='srcdoc']",
  ].join(", "),
  message: MARKUP,
};
/** `window.Date` is no global to the rule of globals. */
const DATE_OF_WINDOW = { selector: "MemberExpression[property.name='Date']", message: CLOCK };

/** After `<img name="head">` in a page `document.head` is that picture. */
const DOCUMENT = {
  selector: "MemberExpression[object.name='document'], MemberExpression[object.property.name='ownerDocument']",
  message: "Elements of a page can hide properties of its document. Read them with `pageOf` of page.js.",
};

/** What the pages of the browser tests define for each other and for the tests. */
const OF_PAGES = ["watched", "shared", "touched", "told", "asked", "heard", "said"];
const OF_FRAMES = ["addFrame", "frameOf", "loadFramesScript"];

export default [
  { ignores: ["pkg/", "target/", "**/.parcel-cache/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2024, globals: globals.node },
    rules: {
      // `==` converts its operands, and `null` and `undefined` mean different things in the records of the core.
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-restricted-globals": ["error", ...MISTAKEN],
      // A comparison or a call whose result is dropped does nothing.
      "no-unused-expressions": ["error", { allowShortCircuit: true, allowTernary: true }],
    },
  },
  {
    // Functions in these files also run in pages or in a stand-in for a page.
    files: ["tests/widget/**/*.mjs", "tests/unit/**/*.mjs", "benches/browser/*.mjs"],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ["tests/widget/**/*.{js,mjs}"],
    languageOptions: { globals: readonly([...OF_PAGES, ...OF_FRAMES]) },
  },
  {
    files: [
      "www/**/*.js",
      "make/**/*.js",
      "demo/**/*.js",
      "benches/browser/**/*.js",
      "tests/{widget,hostile}/pages/**/*.js",
      "tests/apps/**/*.js",
    ],
    languageOptions: { globals: { ...off(globals.node), ...globals.browser } },
  },
  {
    files: ["www/**/*.js"],
    languageOptions: { globals: { BANSPREAD_HASHES: "readonly", BANSPREAD_EDITION: "readonly" } },
    rules: {
      // Development tools show what the page itself prints; the package reports failures to the page as events.
      "no-console": "error",
      // The policies of many pages forbid code in strings.
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-globals": ["error", ...MISTAKEN, { name: "Date", message: CLOCK }],
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "createContextualFragment", "parseFromString"].map(
          (property) => ({ property, message: MARKUP }),
        ),
        { object: "document", property: "write", message: MARKUP },
        { object: "Math", property: "random", message: CLOCK },
        { object: "Temporal", property: "Now", message: CLOCK },
      ],
      "no-restricted-syntax": ["error", MARKUP_SET, DATE_OF_WINDOW, DOCUMENT],
    },
  },
  {
    // The make page shows texts of strangers' sheets: it parses no markup either.
    files: ["make/**/*.js"],
    languageOptions: { globals: { BANSPREAD_NAMES_HASH: "readonly" } },
    rules: {
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "createContextualFragment", "parseFromString"].map(
          (property) => ({ property, message: MARKUP }),
        ),
      ],
      "no-restricted-syntax": ["error", MARKUP_SET],
    },
  },
  {
    // The page for frames has only markup of the package.
    files: ["www/embed.js", "www/embed/*.js"],
    rules: { "no-restricted-syntax": ["error", MARKUP_SET, DATE_OF_WINDOW] },
  },
  {
    // Names of months and weekdays come from formatting known instants: only `Date.UTC` is of use there.
    files: ["www/i18n/locale.js"],
    rules: {
      "no-restricted-globals": ["error", ...MISTAKEN],
      "no-restricted-syntax": [
        "error",
        MARKUP_SET,
        DATE_OF_WINDOW,
        DOCUMENT,
        { selector: "NewExpression[callee.name='Date'], CallExpression[callee.name='Date']", message: CLOCK },
        { selector: "MemberExpression[object.name='Date'][property.name!='UTC']", message: CLOCK },
      ],
    },
  },
];

/** @param {string[]} names */
function readonly(names) {
  return Object.fromEntries(names.map((name) => [name, "readonly"]));
}

/** Takes globals away that an earlier entry has given. @param {object} names */
function off(names) {
  return Object.fromEntries(Object.keys(names).map((name) => [name, "off"]));
}
