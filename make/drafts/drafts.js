/** Drafts in the database of the browser. Nothing of them leaves it. */

/** @import {DraftInfo, Project} from "../state/types.js" */

/** @typedef {{id?: number, title: string, project: Project}} Draft */

const NAME = "banspread-make";
const STORE = "drafts";

/** @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open(NAME, 2);
  request.onupgradeneeded = ({ oldVersion }) => {
    const { result, transaction } = request;
    const store =
      oldVersion === 0
        ? result.createObjectStore(STORE, { keyPath: "id", autoIncrement: true })
        : transaction?.objectStore(STORE);
    // The list of drafts is read from here, without their sheets.
    store?.createIndex("title", "title");
  };
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
 * Waits until the data of a transaction is in the database. It can still be refused after its requests, if there is no
 * room.
 * @param {IDBTransaction} transaction
 * @returns {Promise<void>}
 */
function completed(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/**
 * Runs requests on the drafts in one transaction.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => Promise<T>} ask
 */
async function withStore(mode, ask) {
  const database = await open();
  try {
    const transaction = database.transaction(STORE, mode);
    const [result] = await Promise.all([ask(transaction.objectStore(STORE)), completed(transaction)]);
    return result;
  } finally {
    database.close();
  }
}

/** All drafts, the newest first. @returns {Promise<DraftInfo[]>} */
export async function listDrafts() {
  const drafts = await withStore("readonly", titles);
  return drafts.sort((one, other) => other.id - one.id);
}

/** @param {IDBObjectStore} store @returns {Promise<DraftInfo[]>} */
function titles(store) {
  /** @type {DraftInfo[]} */
  const found = [];
  const request = store.index("title").openKeyCursor();
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(found);
      found.push({ id: Number(cursor.primaryKey), title: String(cursor.key) });
      cursor.continue();
    };
  });
}

/**
 * Keeps a draft, and returns its id.
 * @param {Draft} draft
 */
export async function keepDraft(draft) {
  return Number(await withStore("readwrite", (store) => done(store.put(draft))));
}

/** @param {number} id @returns {Promise<Draft|undefined>} */
export function readDraft(id) {
  return withStore("readonly", (store) => done(/** @type {IDBRequest<Draft|undefined>} */ (store.get(id))));
}

/** @param {number} id */
export function deleteDraft(id) {
  return withStore("readwrite", (store) => done(store.delete(id)));
}
