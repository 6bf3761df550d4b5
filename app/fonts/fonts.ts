import localFont from 'next/font/local'

// Inter (OFL.txt), weights 400 to 700, subset to Latin letters, figures and the marks of English text.

/** Letters and figures, on every page. Quotation marks and dashes are left to the Chinese faces, in which they are wider. */
export const latin = localFont({
  src: './inter-latin.woff2',
  weight: '400 700',
  variable: '--font-latin',
  declarations: [
    { prop: 'unicode-range', value: 'U+20-7E, U+A0, U+A5, U+A9, U+B1, U+D7, U+E0-FC, U+2009, U+2212' },
  ],
})

/** The same face's quotation marks, dashes and dots, for English pages. */
export const latinMarks = localFont({
  src: './inter-latin.woff2',
  weight: '400 700',
  variable: '--font-latin-marks',
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+B7, U+2013-2026, U+2192' }],
})
