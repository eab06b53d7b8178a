/** Keeps the project as a draft after each change. */

/** @import {Dataset, Project, State} from "../state/types.js" */
/** @import {Store} from "../state/store.js" */

import { plain } from "../data/compose.js";
import { keepDraft, listDrafts } from "../drafts/drafts.js";

/** @param {Store} store */
export function keepDrafts(store) {
  /** The project that is kept. One write runs at a time, and the newest project is always written last. @type {Project|null} */
  let kept = null;
  let title = "";
  let isWriting = false;
  const keep = async () => {
    const { project, dataset, draft } = store.state();
    const named = titleOf(project, dataset);
    if (isWriting || !project.source || (project === kept && named === title)) return;
    isWriting = true;
    [kept, title] = [project, named];
    try {
      const id = await keepDraft({ ...(draft !== null && { id: draft }), title, project });
      // Meanwhile the person may have begun another project.
      if (store.state().draft === draft && store.state().project.source) store.dispatch({ type: "kept", draft: id });
      store.dispatch({ type: "drafts", drafts: await listDrafts() });
    } catch {
      store.dispatch({ type: "said", key: "draft_not_kept" });
    } finally {
      isWriting = false;
    }
    await keep();
  };
  store.subscribe((state, before) => {
    if (state.project !== before.project && isSettled(state)) void keep();
    else if (state.dataset !== before.dataset || state.report !== before.report) void keep();
  });
}

/** A draft is first kept when its title is known. @param {State} state */
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
