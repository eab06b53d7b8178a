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
export function giver({ state, dispatch, subscribe }, core) {
  /** Ends what is being taken in. @type {AbortController|null} */
  let control = null;
  const end = () => {
    control?.abort();
    control = null;
  };
  subscribe(({ work }, before) => {
    if (work !== before.work) end();
  });

  /**
   * Takes a source in. While a sheet is open and the person replaces it, choices and look stay. What is
   * given later takes the place of what is still on the way.
   * @param {(signal: AbortSignal) => Promise<import("../data/intake.js").Taken>} take
   * @param {boolean} replaces
   * @returns {Promise<boolean>}  whether it was taken in
   */
  const give = async (take, replaces) => {
    end();
    const { signal } = (control = new AbortController());
    dispatch({ type: "busy", busy: "opening" });
    try {
      const { source, kept } = await take(signal);
      if (signal.aborted) return false;
      control = null;
      if (replaces && state().project.source) dispatch({ type: "replace", source });
      else dispatch({ type: "take", source, kept });
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      control = null;
      dispatch(failure(error));
      return false;
    }
  };
  return {
    /** @param {File} file @param {boolean} [replaces] */
    file: (file, replaces = false) =>
      give(async (signal) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return intake(core, { name: file.name, bytes }, signal);
      }, replaces),

    /** @param {Source} source @param {boolean} [replaces] */
    source: (source, replaces = false) => give(async () => ({ source }), replaces),

    /** @param {string} address @param {boolean} [replaces] */
    address: (address, replaces = false) => give((signal) => fetchSource(core, address, signal), replaces),

    /** Ends the work that the page waits for. */
    cancel() {
      if (control) dispatch({ type: "busy", busy: "" });
      end();
      core.cancel();
    },

    /** @param {number} id */
    async draft(id) {
      const draft = await readDraft(id).catch(() => undefined);
      if (draft) dispatch({ type: "restore", project: draft.project, draft: id });
      else dispatch({ type: "said", key: "draft_gone" });
    },

    /** @param {number} id */
    async forget(id) {
      const isDeleted = await deleteDraft(id).then(
        () => true,
        () => false,
      );
      if (!isDeleted) return dispatch({ type: "said", key: "draft_not_deleted" });
      if (state().draft === id) dispatch({ type: "leave" });
      dispatch({ type: "drafts", drafts: await listDrafts().catch(() => []) });
      dispatch({ type: "said", key: "draft_deleted" });
    },
  };
}
