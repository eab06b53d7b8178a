/** Which tags of languages share their words. */

/**
 * The language and script of a tag, which tags of the same language share: `zh-TW` differs from `zh`, `de-AT` does not
 * differ from `de`.
 * @param {string} lang
 */
export function written(lang) {
  const { language, script } = new Intl.Locale(lang).maximize();
  return `${language}-${script}`;
}
