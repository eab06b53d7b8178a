/** What `import.meta.url` is in a classic script. */

const script = /** @type {HTMLScriptElement|null|undefined} */ (globalThis.document?.currentScript);
export const scriptAddress = script?.src ?? globalThis.location?.href;
