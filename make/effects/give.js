/** What a person gives: a file, pasted cells, an address, a draft. */

/** @import {Core} from "../core/types.d.ts" */
/** @import {Source} from "../state/types.js" */
/** @import {Store} from "../state/store.js" */

import { fetchSource, intake } from "../data/intake.js";
import { deleteDraft, listDrafts, readDraft } from "../drafts/drafts.js";
import { failure } from "./errors.js";

/** @typedef {ReturnType<typeof giver>} Giver */

/**
 * @param {Store} store
 * @param {Core} core
 */
export function giver({ state, dispatch }, core) {
  /**
   * Takes a source in. While a sheet is open and the person replaces it, choices and look stay.
   * @param {() => Promise<import("../data/intake.js").Taken>} take
   * @param {boolean} replaces
   */
  const give = async (take, replaces) => {
    dispatch({ type: "busy", busy: "opening" });
    try {
      const { source, kept } = await take();
      if (replaces && state().project.source) dispatch({ type: "replace", source });
      else dispatch({ type: "take", source, kept });
    } catch (error) {
      dispatch(failure(error));
    }
  };
  return {
    /** @param {File} file @param {boolean} [replaces] */
    file: (file, replaces = false) =>
      give(async () => intake(core, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }), replaces),

    /** @param {Source} source @param {boolean} [replaces] */
    source: (source, replaces = false) => give(async () => ({ source }), replaces),

    /** @param {string} address @param {boolean} [replaces] */
    address: (address, replaces = false) => give(() => fetchSource(core, address), replaces),

    /** @param {number} id */
    async draft(id) {
      const draft = await readDraft(id).catch(() => undefined);
      if (draft) dispatch({ type: "restore", project: draft.project, draft: id });
      else dispatch({ type: "said", key: "draft_gone" });
    },

    /** @param {number} id */
    async forget(id) {
      await deleteDraft(id);
      if (state().draft === id) dispatch({ type: "leave" });
      dispatch({ type: "drafts", drafts: await listDrafts() });
      dispatch({ type: "said", key: "draft_deleted" });
    },
  };
}
