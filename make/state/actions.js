/** What can happen on the page. */

/** @import {Choices, DatasetFinding, Opened, Progress, Report} from "../core/types.d.ts" */
/** @import {Dataset, DraftInfo, Look, Message, Preview, Project, Publishing, Shown, Source, State} from "./types.js" */

/**
 * @typedef {{type: "take", source: Source, kept?: Partial<Project>}
 *   | {type: "replace", source: Source}
 *   | {type: "restore", project: Project, draft: number}
 *   | {type: "leave"}
 *   | {type: "busy", busy: State["busy"]}
 *   | {type: "progress", progress: Progress}
 *   | {type: "opened", opened: Opened}
 *   | {type: "unread", opened: Opened|null, error: Message|null}
 *   | {type: "understood", report: Report|null, base: Dataset|null, differences?: Message[]}
 *   | {type: "composed", dataset: Dataset|null, problems?: DatasetFinding[]}
 *   | {type: "failed", error: Message}
 *   | {type: "choose", choices: Choices, field?: string}
 *   | {type: "unchoose", path: string[]}
 *   | {type: "look", look: Look, field?: string}
 *   | {type: "publish", publishing: Publishing, field?: string}
 *   | {type: "preview", preview: Partial<Preview>}
 *   | {type: "shown", shown: Shown}
 *   | {type: "said", key: string, values?: Record<string, string|number>}
 *   | {type: "drafts", drafts: DraftInfo[]}
 *   | {type: "kept", draft: number}
 *   | {type: "undo"}
 *   | {type: "redo"}} Action
 */

export {};
