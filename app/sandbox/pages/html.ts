import { escapeHtml } from '../../../lib/alipay/escape-html'

/** A piece of HTML, made by `html`; the only text that is not escaped in another piece. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | false | null | undefined | readonly Part[]

/**
 * A template tag for HTML: values are escaped, for text between tags and quoted attributes, unless they are pieces of HTML
 * themselves. A list is joined; false, null and undefined are nothing.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(String.raw({ raw: strings }, ...parts.map(textOf)))
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text
  if (typeof part === 'object' && part !== null) return part.map(textOf).join('')
  return part === false || part === null || part === undefined ? '' : escapeHtml(String(part))
}
