import type { IncomingHttpHeaders } from 'node:http'
import type { Notice } from './notice-page'

/** The pages whose forms were Server Actions in older builds. */
const HAD_ACTIONS = /^\/(products\/[^/]+|checkout|merchant\/products\/[^/]+|merchant\/reconcile)?$/

/**
 * Whether this is a form from a page of an older build that still used Server Actions, to which Next would answer
 * `409 Server Action unavailable.` without a link. Today's forms have addresses of their own (app/forms/post-route.ts).
 */
export const isOutdated = (method: string, path: string, headers: IncomingHttpHeaders) =>
  method === 'POST' &&
  HAD_ACTIONS.test(path) &&
  ('next-action' in headers || /^multipart\/form-data/i.test(headers['content-type'] ?? ''))

/** What an outdated form is told, with a link to the present page. */
export const outdatedNotice = (path: string): Notice => ({
  status: 409,
  title: { zh: '这个页面已经更新', en: 'This page has been updated' },
  text: {
    zh: '您打开这个页面以后，本店更新过。刚才的提交没有生效，什么也没有改变。请打开新的页面，再填一次。',
    en: 'The shop was updated after you opened this page. Nothing was sent or changed. Please open the page as it is now and fill it in again.',
  },
  link: { href: path, zh: '打开新的页面', en: 'Open the page as it is now' },
})
