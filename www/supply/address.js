/** What `import.meta.url` is in a classic script. */

export const scriptAddress = globalThis.document?.currentScript?.src ?? globalThis.location?.href;
