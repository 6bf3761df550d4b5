import { escapeHtml } from '../../../lib/alipay/escape-html'

/** A piece of a page, made by `html`: the only text that stands in another piece as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | false | null | undefined | readonly Part[]

/**
 * A template for HTML: what is filled in stands there as text, between tags or in a quoted attribute, unless it is a
 * piece of HTML itself. A list is its parts one after the other; false, null and undefined are nothing.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(String.raw({ raw: strings }, ...parts.map(textOf)))
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text
  if (typeof part === 'object' && part !== null) return part.map(textOf).join('')
  return part === false || part === null || part === undefined ? '' : escapeHtml(String(part))
}
