// A shop process whose sign-in form gets guesses at one password, all at once: as many as it is told over IPC. It sends back
// how many it would have checked. Started by attempts.db.test.ts with the victim's address and the guesser's.
import { z } from 'zod'
import { mayTry } from '../attempts'

const [email = '', address = ''] = process.argv.slice(2)
const headers = new Headers({ 'x-socket-address': address })

process.on('message', async (sent) => {
  const guesses = Array.from({ length: z.int().parse(sent) }, () => mayTry('sign-in', email, headers))
  process.send?.((await Promise.all(guesses)).filter(Boolean).length)
})
process.send?.('ready')
