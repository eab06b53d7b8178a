/**
 * The records that cross the border between shell and core.
 * Only types: nothing here runs.
 *
 * @typedef {"map"|"timeline"|"cursor"} Part
 * @typedef {{x: number, y: number, width: number, height: number}} Rect
 * @typedef {Rect & {id: string, name: string}} Tile
 * @typedef {string|{text: string, lang: string}} Said  a text; with its language where that is not the figure's
 * @typedef {{outlet: string, date?: string|null, url?: string|null}} Source
 *
 * @typedef {object} Arrangement
 * @property {number} width
 * @property {{width: number, height: number}} map
 * @property {number} folded  members of groups that have no tile until the groups are unfolded
 * @property {{width: number, height: number, plot: Rect}} timeline
 * @property {Tile[]} tiles
 *
 * @typedef {object} Update
 * @property {"nothing"|"repaint"|"rearrange"} redo
 * @property {boolean} [day]
 * @property {boolean} [other]
 * @property {boolean} [step]
 * @property {boolean} [selection]
 * @property {boolean} [playing]
 * @property {boolean} [tip]
 * @property {boolean} [focus]
 *
 * @typedef {{id: string, label: Said, count: number, before: number|null, most: number, index: number}}
 * LegendItem  `before`: on the earlier day while comparing; `count` is then that of the later one, and on no day more
 * than `most`
 *
 * @typedef {object} Change
 * @property {string} entity
 * @property {string} name
 * @property {string} iso
 * @property {number} day
 * @property {string} date
 * @property {Said|null} status
 * @property {number} index
 * @property {Said} title
 * @property {Said|null} [text]
 * @property {Source[]} sources
 *
 * @typedef {object} Entry
 * @property {string} iso
 * @property {number} day
 * @property {string} date
 * @property {boolean} future
 * @property {Said|null} status
 * @property {number} index
 * @property {Said} title
 * @property {Said|null} [text]
 * @property {string[]} terms
 * @property {Said|null} [caution]
 * @property {Said[]} corrections
 * @property {Source[]} sources
 *
 * @typedef {object} Moved  who has changed between two days, and the event that made it so
 * @property {string} entity
 * @property {string} name
 * @property {Said} from
 * @property {number} from_index
 * @property {Said} to
 * @property {number} to_index
 * @property {string|null} date
 * @property {number|null} day
 * @property {Said|null} title
 *
 * @typedef {object} Comparison  the second handle
 * @property {string} iso
 * @property {string} date
 * @property {number} value
 * @property {"day"|"other"} held  which of the two the intents about steps and scrubbing move
 * @property {Said} spoken
 *
 * @typedef {{date: string, title: Said, text: Said|null}} Step
 *
 * @typedef {{id: string, name: string, status: Said, index: number}} Related
 *
 * @typedef {object} Selected
 * @property {string} id
 * @property {string} name
 * @property {"country"|"bloc"|"company"} kind
 * @property {Said} status
 * @property {number} index
 * @property {string|null} since  with its preposition
 * @property {Said|null} footnote
 * @property {Related[]} related
 * @property {Entry[]} entries
 *
 * @typedef {object} Description
 * @property {string} lang
 * @property {Said} title
 * @property {string} iso
 * @property {string} date
 * @property {string|null} period  both days, while comparing
 * @property {Said} sentence
 * @property {Said} spoken
 * @property {Said} story  the whole of it in one sentence
 * @property {{min: number, max: number, value: number}} range
 * @property {boolean} playing
 * @property {boolean} moving  tiles are fading: the clock has to go on
 * @property {Comparison|null} compare
 * @property {{index: number|null, steps: Step[]}|null} tour
 * @property {string|null} filter
 * @property {boolean} has_previous
 * @property {boolean} has_next
 * @property {LegendItem[]} legend
 * @property {Change[]} changes
 * @property {Moved[]|null} moved  while comparing
 * @property {Selected|null} selected
 * @property {Said[]} footnotes
 * @property {Said|null} license
 * @property {boolean} unfolded
 * @property {string|null} focus
 *
 * @typedef {object} Row  one entity up to the date shown, or between two days that are compared
 * @property {string} id
 * @property {string} name
 * @property {number} index
 * @property {number} from  on the earlier day; -1 where no two are compared
 * @property {boolean} changed
 * @property {Entry[]} way  what began its statuses; the last one the status that it has, if it has one
 *
 * @typedef {Rect & {part: Part, title: string, status: Said|null, index: number, lines: Said[]}} Tip
 *
 * @typedef {object} Diagnostic
 * @property {"error"|"warning"} severity
 * @property {string} code
 * @property {string} path
 * @property {number|null} [line]
 * @property {number|null} [column]
 * @property {string} message
 * @property {string|null} [help]
 *
 * @typedef {{json: string|null, message: string, diagnostics: Diagnostic[]}} Report
 *
 * @typedef {object} Checker
 * @property {(input: {module_or_path: WebAssembly.Module}) => Promise<unknown>} default
 * @property {(text: string) => Report} check
 * @property {() => Promise<ArrayBuffer>} [unpackModule]  of a script that holds the module
 *
 * @typedef {object} State  what is shown, as a page can keep it
 * @property {string} date  YYYY-MM-DD; empty before the first picture
 * @property {string|null} compare  YYYY-MM-DD
 * @property {string|null} filter  a status's id
 * @property {string|null} selected  an entity's id
 * @property {number|null} step  of the tour, from 0 on
 * @property {boolean} playing
 *
 * @typedef {object} Loading  what a page has said about loading
 * @property {string|URL|undefined} wasmUrl
 * @property {import("./module.js").Place<any>|undefined} plainUrl
 * @property {string|URL|undefined} checkerUrl
 * @property {import("./module.js").Place<any>|undefined} checkerPlainUrl
 * @property {string|URL|undefined} messagesUrl  a folder
 * @property {boolean|undefined} integrity  files have to be those that were built with this script
 * @property {number} timeout  in milliseconds
 * @property {"auto"|"script"} engine
 *
 * @typedef {"light"|"dark"} Scheme
 * Colours are `#rrggbb`; those that are null or missing are the scheme's.
 * @typedef {Partial<Record<"page"|"ink"|"muted"|"rule"|"accent", string|null>>} Colors
 * @typedef {{scheme: Scheme|"print", font: string, still: boolean, forced: boolean, colors: Colors}} Theme
 *
 * Texts by key, as the core's English ones are.
 * @typedef {[key: string, text: string][]} Messages
 *
 * @typedef {{theme: Theme, messages: Messages, translation: object|null}} Settings  the translation is that of the
 * built-in dataset, as it is in a message file
 *
 * What a reader or a page asks of the chart; see `Intent` in the core.
 * @typedef {string|Record<string, unknown>} Intent
 * @typedef {(intent: Intent) => void} Send
 * @typedef {(index: number) => HTMLCanvasElement} Swatch
 *
 * @typedef {import("./ruler.js").Ruler} Ruler
 *
 * @typedef {object} Engine
 * @property {(text: string) => Update} load
 * @property {(settings: Settings) => Update} dress
 * @property {(width: number) => Arrangement} arrange
 * @property {(intent: Intent) => Update} apply
 * @property {() => Description} describe
 * @property {() => Row[]} table
 * @property {() => Tip|undefined} tip
 * @property {() => Said[]} tile_names  in the order of the tiles
 * @property {(id: string) => Said} tile_name
 * @property {(part: Part, canvas: HTMLCanvasElement, ratio: number, whole: boolean) => void} paint
 * @property {(index: number, canvas: HTMLCanvasElement, ratio: number) => void} swatch
 * @property {(canvas: HTMLCanvasElement, ratio: number) => void} figure  sizes the canvas, paints everything
 * @property {(text: string) => number|undefined} day_of
 * @property {(day: number) => string} iso_of
 * @property {() => void} free
 *
 * @typedef {new (text: string|undefined, settings: Settings, context: CanvasRenderingContext2D|Ruler) => Engine
 * } EngineClass
 */

export {};
