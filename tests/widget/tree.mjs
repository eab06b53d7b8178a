/** Chromium's full accessibility tree. */

/**
 * The nodes for assistive technology, each with its children.
 * @typedef {{role: string, name: string, value: string, states: Record<string, unknown>, children: Node[]}} Node
 */

/**
 * The properties of a node in the protocol.
 * @typedef {{value?: unknown}} Value
 * @typedef {object} AXNode
 * @property {string} nodeId
 * @property {string[]} [childIds]
 * @property {number} [backendDOMNodeId]
 * @property {boolean} [ignored]
 * @property {{value: string}} role
 * @property {Value} [name]
 * @property {Value} [value]
 * @property {{name: string, value: Value}[]} [properties]
 */

/** @typedef {import("selenium-webdriver/chrome.js").Driver} Driver */

/** States that depend on the version of the browser, or that have no meaning here. */
const LEFT_OUT = [
  "focusable",
  "labelledby",
  "describedby",
  "controls",
  "activedescendant",
  "url",
  "settable",
  "root",
  "invalid",
  "orientation",
  "required",
  "valuetext",
  "editable",
  "readonly",
];
/** Pieces of a text. The node above them has the whole text. */
const PIECES = ["InlineTextBox", "ListMarker"];

/**
 * Reads the tree of a page; its root is the document.
 * @param {Driver} driver
 * @returns {Promise<Node>}
 */
export async function readTree(driver) {
  /** @type {{nodes: AXNode[]}} */
  const { nodes } = await ask(driver, "Accessibility.getFullAXTree");
  for (const node of nodes) if (node.role?.value === "slider") node.value = { value: await textOf(driver, node) };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {(node: AXNode|undefined) => Node[]} */
  const build = (node) => {
    if (!node) return [];
    const children = (node.childIds ?? []).flatMap((id) => build(byId.get(id)));
    // Ignored nodes pass their children on.
    if (node.ignored || PIECES.includes(node.role.value)) return children;
    return [{ ...read(node), children }];
  };
  return build(nodes[0])[0];
}

/**
 * Sends a command of the protocol of Chromium's development tools.
 * @param {Driver} driver
 * @param {string} command
 * @param {object} [parameters]
 * @returns {Promise<any>}
 */
async function ask(driver, command, parameters = {}) {
  return await driver.sendAndGetDevToolsCommand(command, parameters);
}

/**
 * The text of a slider instead of its number. Assistive technology receives it, but this protocol does not return it.
 * @param {Driver} driver
 * @param {AXNode} node
 */
async function textOf(driver, { backendDOMNodeId: backendNodeId }) {
  const { node } = await ask(driver, "DOM.describeNode", { backendNodeId });
  return node.attributes[node.attributes.indexOf("aria-valuetext") + 1];
}

/**
 * A node without its children.
 * @param {AXNode} node
 * @returns {Node}
 */
function read({ role, name, value, properties = [] }) {
  const states = properties.filter((property) => !LEFT_OUT.includes(property.name));
  return {
    role: role.value,
    name: plain(name?.value),
    value: plain(value?.value),
    states: Object.fromEntries(states.map((state) => [state.name, state.value.value])),
    children: [],
  };
}

/**
 * The node of one part of the page.
 * @param {Driver} driver
 * @param {Function} pick  finds the part, in the page
 * @returns {Promise<Node|undefined>}
 */
export async function readNode(driver, pick) {
  const { result } = await ask(driver, "Runtime.evaluate", { expression: `(${pick})()` });
  if (!result.objectId) return undefined;
  const wish = { objectId: result.objectId, fetchRelatives: false };
  const {
    nodes: [node],
  } = await ask(driver, "Accessibility.getPartialAXTree", wish);
  if (node.role?.value === "slider") node.value = { value: await textOf(driver, node) };
  return read(node);
}

/**
 * The first node below a node for which a condition holds.
 * @param {Node} node
 * @param {(node: Node) => boolean} holds
 * @returns {Node|undefined}
 */
export function find(node, holds) {
  if (holds(node)) return node;
  for (const child of node.children) {
    const found = find(child, holds);
    if (found) return found;
  }
  return undefined;
}

/**
 * A tree as indented lines: role, name, value and states.
 * @param {Node} node
 * @param {string} [indent]
 * @returns {string}
 */
export function writeTree({ role, name, value, states, children }, indent = "") {
  const said = Object.entries(states).map(([state, value]) => (value === true ? state : `${state}=${value}`));
  const line = [role, name && JSON.stringify(name), value && `= ${JSON.stringify(value)}`, ...said.sort()];
  const below = children.filter((child) => child.role !== "StaticText" || child.name !== name || children.length > 1);
  return `${indent}${line.filter(Boolean).join(" ")}\n${below.map((child) => writeTree(child, `${indent}  `)).join("")}`;
}

/**
 * A text without inaudible characters.
 * @param {unknown} [text]
 */
export function plain(text = "") {
  return String(text)
    .replace(/[\u2066-\u2069\u200e\u200f]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
