import type { Answer } from './post-delivery'

const ACKNOWLEDGEMENT = /^[\t\n\v\f\r ]*success[\t\n\v\f\r ]*$/

/** Whether a shop's answer stops the retries: `success`, with at most ASCII white space around it (protocol.md 5.6). */
export const isAcknowledged = ({ status, body }: Answer) => status === 200 && ACKNOWLEDGEMENT.test(body)

/** How many bytes an acknowledgement has beyond the seven that the documents ask for. */
export const blankBytes = (answer: Answer) =>
  isAcknowledged(answer) ? answer.body.length - 'success'.length : 0
