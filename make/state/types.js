/** What the page knows, as types. */

/** @import {Choices, DatasetFinding, Opened, Progress, Report, View} from "../core/types.d.ts" */

/**
 * What the person has given: a file, pasted cells, or the answer of an address.
 * @typedef {object} Source
 * @property {string} name
 * @property {Uint8Array} [bytes]
 * @property {string} [text]
 * @property {string} [html]  a table of the clipboard
 * @property {string} [address]  where the bytes are from
 * @property {string} [encoding]  instead of the one that the letters speak for
 *
 * @typedef {{date: string, title: string, text?: string, entity?: string}} Step  a step of the tour
 * @typedef {{label?: string, light?: string, dark?: string}} StatusLook
 *
 * What the person has changed about the dataset.
 * @typedef {object} Look
 * @property {string} [title]
 * @property {string} [subtitle]
 * @property {string} [description]
 * @property {string} [license]
 * @property {string} [lang]  the language of the figure
 * @property {string} [grid]
 * @property {string} [start]  the beginning of the timeline
 * @property {string} [end]
 * @property {string} [date]  the date that is shown first
 * @property {View} [view]  the view that is shown first
 * @property {string[]} [order]  ids of statuses
 * @property {Record<string, StatusLook>} [statuses]  by id
 * @property {Step[]} [tour]
 *
 * @typedef {object} Publishing
 * @property {string} [address]  of the folder on the web
 * @property {string} [provider]
 * @property {string} [width]
 * @property {string} [framedBy]
 * @property {string} [live]  the address of live data
 * @property {string} [refresh]  the seconds after which pages ask for it again, as a published page has told
 *
 * Everything that a person has decided. A draft is this object, and so is a step of undo.
 * @typedef {object} Project
 * @property {Source|null} source
 * @property {Choices} choices
 * @property {Look} look
 * @property {Publishing} publishing
 *
 * A dataset of the format: docs/format.md.
 * @typedef {Record<string, any>} Dataset
 *
 * A text of the page: a key of the messages, and what its placeholders stand for.
 * @typedef {{key: string, values?: Record<string, string|number>}} Message
 *
 * @typedef {{date: string, selected: string|null, view: string}} Shown  what the figure shows
 * @typedef {{width: "fit"|"350"|"680"|"960", as: "light"|"dark"|"print"|"card"}} Preview
 * @typedef {{id: number, title: string}} DraftInfo
 *
 * @typedef {object} State
 * @property {Project} project
 * @property {Project[]} past  earlier projects, for undo
 * @property {Project[]} future
 * @property {string} edited  the field of the last change: further letters in it are the same step of undo
 * @property {Opened|null} opened
 * @property {Report|null} report  `null` for a dataset, which needs no import
 * @property {Choices} answered  the choices of the report: those of the project can be newer
 * @property {Report|null} before  the report of the sheet that was replaced
 * @property {Message[]} differences  what differs from the sheet that was replaced
 * @property {Dataset|null} base  the dataset without the look
 * @property {Dataset|null} dataset  the dataset of the figure
 * @property {DatasetFinding[]} problems  findings about the dataset
 * @property {"opening"|"reading"|"publishing"|""} busy
 * @property {Progress|null} progress  of what the page is busy with
 * @property {Message|null} error
 * @property {State["busy"]} failed  what the page was busy with when the error came
 * @property {Message|null} said  what the live region says
 * @property {Shown|null} shown
 * @property {Preview} preview
 * @property {DraftInfo[]} drafts
 * @property {number|null} draft  the id of the draft that keeps this project
 * @property {number} work  counts the projects since the page was opened
 */

export {};
