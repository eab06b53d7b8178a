/**
 * The records of the shell.
 * Only types: nothing here runs.
 *
 * Records that cross the border to the core are written in Rust, and `core.d.ts` is generated from them. Records that a
 * page can see are declared in the types of the package.
 *
 * @typedef {import("../pkg/element.js").BanSpreadState} State  the state of the figure; a page can keep it
 * @typedef {import("../pkg/element.js").BanSpreadDiagnostic} Diagnostic
 *
 * @typedef {import("./core.js").Arrangement} Arrangement
 * @typedef {import("./core.js").EntityHistory} EntityHistory
 * @typedef {import("./core.js").NewestEvents} NewestEvents
 * @typedef {import("./core.js").Description} Description
 * @typedef {import("./core.js").Engine} Engine
 * @typedef {import("./core.js").EngineClass} EngineClass
 * @typedef {import("./core.js").Entry} Entry
 * @typedef {import("./core.js").Handle} Handle
 * @typedef {import("./core.js").Info} Info
 * @typedef {import("./core.js").Intent} Intent
 * @typedef {import("./core.js").LegendItem} LegendItem
 * @typedef {import("./core.js").ThemeOptions} ThemeOptions
 * @typedef {import("./core.js").Messages} Messages
 * @typedef {import("./core.js").Moved} Moved
 * @typedef {import("./core.js").Palette} Palette
 * @typedef {import("./core.js").Rect} Rect
 * @typedef {import("./core.js").Related} Related
 * @typedef {import("./core.js").Row} Row
 * @typedef {import("./core.js").TaggedText} TaggedText  a text; with its language if it is not that of the figure
 * @typedef {import("./core.js").Scheme} Scheme
 * @typedef {import("./core.js").Settings} Settings
 * @typedef {import("./core.js").SourceLine} SourceLine
 * @typedef {import("./core.js").Step} Step
 * @typedef {import("./core.js").Tile} Tile
 * @typedef {import("./core.js").Tooltip} Tooltip
 * @typedef {import("./core.js").Update} Update
 *
 * @typedef {Exclude<Scheme, "print">} ScreenScheme
 * @typedef {import("./element/template.js").Parts} Parts  the elements of a figure
 * @typedef {import("./i18n/language.js").Message} Message  a file of `messages/`
 *
 * @typedef {object} Checker
 * @property {(input: {module_or_path: WebAssembly.Module}) => Promise<unknown>} default
 * @property {typeof import("./core.js").check} check
 * @property {() => Promise<ArrayBuffer>} [unpackModule]  of a script that contains the module
 *
 * @typedef {typeof import("./supplement.js")} Supplement
 *
 * @typedef {object} Loading  the settings of a page for loading
 * @property {string|URL|undefined} assetsUrl  the folder of all files
 * @property {string|URL|undefined} wasmUrl  the address of the module of the engine
 * @property {boolean|undefined} integrity  whether files must be those that were built with this script
 * @property {number} timeout  in milliseconds
 * @property {number} limitFactor  multiplies the limits of a dataset
 * @property {"auto"|"script"} engine
 *
 * @typedef {(intent: Intent) => void} Send
 * @typedef {(index: number) => HTMLCanvasElement} Swatch
 */

export {};
