/** Drafts in the database of the browser. Nothing of them leaves it. */

/** @import {DraftInfo, Project} from "../state/types.js" */

/** @typedef {{id?: number, title: string, project: Project}} Draft */

const NAME = "banspread-make";
const STORE = "drafts";

/** @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id", autoIncrement: true });
  return done(request);
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Runs one request on the drafts.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} ask
 */
async function withStore(mode, ask) {
  const database = await open();
  try {
    return await done(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** All drafts, the newest first. @returns {Promise<DraftInfo[]>} */
export async function listDrafts() {
  const drafts = await withStore("readonly", (store) => /** @type {IDBRequest<Draft[]>} */ (store.getAll()));
  return drafts.map(({ id = 0, title }) => ({ id, title })).reverse();
}

/**
 * Keeps a draft, and returns its id.
 * @param {Draft} draft
 */
export async function keepDraft(draft) {
  return Number(await withStore("readwrite", (store) => store.put(draft)));
}

/** @param {number} id @returns {Promise<Draft|undefined>} */
export function readDraft(id) {
  return withStore("readonly", (store) => store.get(id));
}

/** @param {number} id */
export function deleteDraft(id) {
  return withStore("readwrite", (store) => store.delete(id));
}
