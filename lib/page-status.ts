import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'
import { remember } from './remember'

const responses = remember('responses', () => new AsyncLocalStorage<ServerResponse>())

/** Does what answers a request, so that the pages it renders may set the status of their response. */
export const withResponse = <T>(response: ServerResponse, work: () => T) => responses.run(response, work)

/**
 * Makes the page that is being rendered one with status 404. For what Next's notFound() is for, which leaves the body to a
 * script: without one the page is blank (https://github.com/vercel/next.js/issues/62228).
 */
export function setNotFound() {
  const response = responses.getStore()
  if (response && !response.headersSent) response.statusCode = 404
}
