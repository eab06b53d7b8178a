/** Keeps the project as a draft after each change. */

/** @import {Dataset, Project, State} from "../state/types.js" */
/** @import {Store} from "../state/store.js" */

import { plain } from "../data/compose.js";
import { keepDraft, listDrafts } from "../drafts/drafts.js";

/** @typedef {{project: Project, title: string}} Due */
/** @typedef {{keep: typeof keepDraft, list: typeof listDrafts}} Drafts */

/**
 * @param {Store} store
 * @param {Drafts} [drafts]  where drafts are kept
 */
export function keepDrafts(store, drafts = { keep: keepDraft, list: listDrafts }) {
  /** The newest state of each work that is to be written. The person may go on to other work meanwhile. */
  const due = /** @type {Map<number, Due>} */ (new Map());
  /** The drafts of works. */
  const ids = /** @type {Map<number, number>} */ (new Map());
  let isWriting = false;

  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    for (const [work, draft] of due) {
      due.delete(work);
      const id = await drafts.keep({ ...(ids.has(work) && { id: ids.get(work) }), ...draft });
      ids.set(work, id);
      if (store.state().work === work && store.state().draft === null) store.dispatch({ type: "kept", draft: id });
    }
    isWriting = false;
    store.dispatch({ type: "drafts", drafts: await drafts.list() });
  };

  store.subscribe((state, before) => {
    const { project, dataset, work, draft } = state;
    if (draft !== null) ids.set(work, draft);
    const title = titleOf(project, dataset);
    const isNew = project !== before.project || title !== titleOf(before.project, before.dataset) || !isSettled(before);
    if (!project.source || !isSettled(state) || !isNew) return;
    due.set(work, { project, title });
    write().catch(() => {
      isWriting = false;
      store.dispatch({ type: "said", key: "draft_not_kept" });
    });
  });
}

/** A draft is first kept when its sheet was read. @param {State} state */
const isSettled = ({ draft, report, dataset }) => draft !== null || report !== null || dataset !== null;

/**
 * @param {Project} project
 * @param {Dataset|null} dataset
 */
function titleOf({ look, source }, dataset) {
  const name = source?.name ?? "";
  const title = look.title ?? (dataset ? plain(dataset.title, dataset.lang) : "");
  return title && name ? `${title} (${name})` : title || name;
}
