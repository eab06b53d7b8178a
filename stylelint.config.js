/** Rules for style sheets, and for those that the shell keeps as template strings. */

import postcss from "postcss";

/** Reads the template strings of a script as one style sheet, each letter at its own line and column. */
const templates = {
  /** @type {import("postcss").Parser} */
  parse(source, options) {
    const parts = String(source).split("`");
    return postcss.parse(parts.map((part, n) => (n % 2 ? part : part.replace(/[^\n]/g, " "))).join(" "), options);
  },
  stringify: postcss.stringify,
};

export default {
  extends: "stylelint-config-standard",
  reportDescriptionlessDisables: true,
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  ignoreFiles: ["pkg/**", "target/**", "**/node_modules/**"],
  rules: {
    // The rule compares the last part of selectors only: most pairs that it finds never match the same element.
    "no-descending-specificity": null,
    // Safari knows these two by no other name.
    "property-no-vendor-prefix": [true, { ignoreProperties: ["-webkit-text-size-adjust", "-webkit-user-select"] }],
    // Custom properties hold names of fonts.
    "value-keyword-case": ["lower", { ignoreProperties: [/^--/] }],
    // The shorthand `font` needs some family; the next declaration inherits that of the page.
    "font-family-no-missing-generic-family-keyword": [true, { ignoreFontFamilies: ["x"] }],
  },
  overrides: [{ files: ["www/element/styles/*.js"], customSyntax: templates }],
};
