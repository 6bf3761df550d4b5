/**
 * The language of the command line: that of LC_ALL, LC_MESSAGES or LANG, the first that is set, else the system's.
 * `--lang` sets LC_ALL (command.js), which what is started from here inherits.
 * @returns {'zh' | 'en'}
 */
export function cliLanguage() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const locale = LC_ALL || LC_MESSAGES || LANG || Intl.DateTimeFormat().resolvedOptions().locale
  return /^zh/i.test(locale) ? 'zh' : 'en'
}

/** One of two texts, in the language of the command line. @param {string} zh @param {string} en */
export const say = (zh, en) => (cliLanguage() === 'zh' ? zh : en)
