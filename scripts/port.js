import { once } from 'node:events'
import { createServer } from 'node:net'
import { say } from './say.js'

/** Throws a sentence when nothing can listen there. @param {number} port @param {string} host */
export async function requireFreePort(port, host) {
  await listenOnce(port, host).catch((error) => {
    throw cannotListen(error, port, host)
  })
}

/** Why a server cannot listen, as a sentence. @param {NodeJS.ErrnoException} error @param {number} port @param {string} host */
export function cannotListen({ code }, port, host) {
  if (code === 'EADDRINUSE')
    return new Error(
      say(
        `端口 ${port} 已被占用：停掉占用它的程序，或者把 PORT 设成别的数字。`,
        `Port ${port} is in use: stop what listens there, or set PORT to another number.`,
      ),
    )
  if (code === 'EACCES')
    return new Error(
      say(
        `端口 ${port} 要更高的权限：把 PORT 设成 1024 以上。`,
        `Port ${port} needs more rights: set PORT to 1024 or above.`,
      ),
    )
  return new Error(
    say(
      `HOST ${host} 不是这台机器的地址（${code}）：请设成 127.0.0.1 或 0.0.0.0。`,
      `HOST ${host} is not an address of this machine (${code}): set it to 127.0.0.1 or 0.0.0.0.`,
    ),
  )
}

/** Returns a port of 127.0.0.1 where nothing listens. */
export const freePort = () => listenOnce(0, '127.0.0.1')

/** Whether nothing listens there. @param {number} port of 127.0.0.1 */
export const isFree = (port) =>
  listenOnce(port, '127.0.0.1').then(
    () => true,
    () => false,
  )

/** @param {number} port @param {string} host */
async function listenOnce(port, host) {
  const server = createServer().listen(port, host)
  await once(server, 'listening')
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  server.close()
  await once(server, 'close')
  return address.port
}
