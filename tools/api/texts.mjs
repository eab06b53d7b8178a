/** The texts that are generated from `pkg/custom-elements.json`: members of the types, and tables of the reference. */

/**
 * @typedef {{text: string}} Type
 * @typedef {{name: string, type: Type, description: string, fieldName?: string}} Attribute
 * @typedef {{name: string, type: Type, description: string}} Event
 * @typedef {object} Member
 * @property {"field"|"method"} kind
 * @property {string} name
 * @property {string} description
 * @property {Type} [type]  of a field
 * @property {Type} [accepts]  the type of values that can be set, if it differs
 * @property {string} [default]
 * @property {boolean} [static]
 * @property {boolean} [readonly]
 * @property {boolean} [reflects]  whether the property mirrors an attribute
 * @property {{name: string, type: Type, optional?: boolean}[]} [parameters]  of a method
 *
 * @typedef {object} Element
 * @property {Attribute[]} attributes
 * @property {Member[]} members
 * @property {Event[]} events
 * @property {{name: string, syntax: string, description: string}[]} cssProperties
 * @property {{name: string, description: string}[]} cssParts
 */

/** The maximal width of a line in the types. */
const WIDTH = 120;

/**
 * The members of the class in `element.d.ts`.
 * @param {Element} element
 */
export function classOf({ members }) {
  return members.map((member) => comment(member.description) + declare(member)).join("\n");
}

/**
 * The events in `element.d.ts`.
 * @param {Element} element
 */
export function eventsOf({ events }) {
  return events.map(({ name, type, description }) => `${comment(description)}  "${name}": ${type.text};\n`).join("");
}

/**
 * The attributes in `banspread.d.ts`.
 * @param {Element} element
 */
export function attributesOf({ attributes }) {
  return attributes.map((attribute) => comment(attribute.description) + property(attribute)).join("");
}

/**
 * The properties that frameworks set, in `banspread.d.ts`.
 * @param {Element} element
 */
export function propertiesOf({ attributes, members }) {
  const own = members.filter(({ kind, name, readonly, reflects, static: ofClass }) => {
    const fits = kind === "field" && !readonly && !reflects && !ofClass;
    return fits && !attributes.some((attribute) => attribute.name === name);
  });
  return own
    .map(({ name, type, accepts, description }) => comment(description) + property({ name, type: accepts ?? type }))
    .join("");
}

/**
 * Listeners with the names that Vue's compiler gives them, in `banspread.d.ts`.
 * @param {Element} element
 */
export function vueListenersOf({ events }) {
  const camel = (/** @type {string} */ name) => `-${name}`.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  return events.map(({ name }) => `  on${camel(name)}?: (event: BanSpreadEventMap["${name}"]) => void;\n`).join("");
}

/**
 * The tables of `docs/reference.md`, by name.
 * @param {Element} element
 * @returns {Record<string, string>}
 */
export function tablesOf({ attributes, members, events, cssProperties, cssParts }) {
  const fields = members.filter(({ kind }) => kind === "field");
  const methods = members.filter(({ kind }) => kind === "method");
  const typed = (/** @type {Member[]} */ fields, before = "") =>
    table(
      ["property", "type", "meaning"],
      fields.map((field) => [code(before + field.name), code(field.type?.text ?? ""), describe(field)]),
    );
  return {
    attributes: table(
      ["attribute", "meaning"],
      attributes.map(({ name, description }) => [code(name), description]),
    ),
    properties: typed(fields.filter((field) => !field.static)),
    methods: table(
      ["method", "effect"],
      methods.map((method) => [code(call(method)), method.description]),
    ),
    settings: typed(
      fields.filter((field) => field.static),
      "BanSpreadElement.",
    ),
    events: table(
      ["event", "`detail`", "meaning"],
      events.map(({ name, type, description }) => [code(name), code(type.text.slice(12, -1)), description]),
    ),
    "custom properties": table(
      ["custom property", "type", "meaning"],
      cssProperties.map(({ name, syntax, description }) => [code(name), code(syntax), description]),
    ),
    parts: table(
      ["part", "what it is"],
      cssParts.map(({ name, description }) => [code(name), description]),
    ),
  };
}

/** @param {Member} member */
function declare(member) {
  const { name, kind, type, accepts, parameters = [] } = member;
  const before = `  ${member.static ? "static " : ""}`;
  if (kind === "method" && member.static) {
    const given = parameters.map(({ name, type }) => `${name}?: ${type.text}`).join(", ");
    return `${before}${name}<Class extends typeof BanSpreadElement>(this: Class, ${given}): Class;\n`;
  }
  if (kind === "method") return `${before}${name}(): void;\n`;
  if (member.static) return `${before}${name}: ${type?.text};\n`;
  if (member.readonly) return `${before}readonly ${name}: ${type?.text};\n`;
  const set = accepts?.text ?? `${member.reflects ? "string" : type?.text} | null | undefined`;
  return `${before}get ${name}(): ${type?.text};\n${before}set ${name}(value: ${set.replace("null | null", "null")});\n`;
}

/** @param {{name: string, type?: Type}} property */
function property({ name, type }) {
  return `  ${/^\w+$/.test(name) ? name : JSON.stringify(name)}?: ${type?.text};\n`;
}

/**
 * A comment on one line, or on several lines if it is too long.
 * @param {string} text
 */
function comment(text) {
  const short = `  /** ${text} */\n`;
  if (short.length <= WIDTH + 1) return short;
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = `${lines.at(-1)} ${word}`;
    if (`   *${line}`.length <= WIDTH) lines[lines.length - 1] = line;
    else lines.push(` ${word}`);
  }
  return `  /**\n${lines.map((line) => `   *${line}\n`).join("")}   */\n`;
}

/** @param {Member} method */
function call({ name, parameters = [], static: ofClass }) {
  return `${ofClass ? "BanSpreadElement." : ""}${name}(${parameters.map(({ name }) => name).join(", ")})`;
}

/** @param {Member} member */
function describe({ description, default: value, readonly }) {
  return `${readonly ? "Read-only. " : ""}${description}${value ? ` Default: ${value}.` : ""}`;
}

/** @param {string} text */
function code(text) {
  return `\`${text.replaceAll("|", "\\|")}\``;
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |\n`;
  return [head, head.map(() => "---"), ...rows].map(line).join("");
}
