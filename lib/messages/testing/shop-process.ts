// A shop process that receives notifications over IPC, all those of one message at once, and sends back what it answered.
// Started by two-processes.db.test.ts with the gateway's settings.
import { z } from 'zod'
import { partnerGateway } from '../../gateway/partner-gateway'
import { log } from '../../log'
import { receiveMessage } from '../receive-message'

log().level = 'silent'
const gateway = partnerGateway(JSON.parse(process.argv[2] ?? ''))

process.on('message', async (sent) => {
  const notifications = z.array(z.base64()).parse(sent)
  const entries = await Promise.all(
    notifications.map((base64) =>
      receiveMessage(
        { channel: 'notify', bytes: new Uint8Array(Buffer.from(base64, 'base64')), remoteAddress: '' },
        gateway,
      ),
    ),
  )
  process.send?.(entries.map(({ verdict, answer }) => ({ verdict, answer })))
})
process.send?.('ready')
