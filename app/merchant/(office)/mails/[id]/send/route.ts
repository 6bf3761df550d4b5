import { merchantRoute } from '@/app/merchant/merchant-route'
import { sendAgain } from '@/lib/mail/find-mails'
import { seeOther } from '@/lib/see-other'

/** Puts a mail back into the outbox: 303 to its page, with what became of it. */
export const POST = merchantRoute<{ id: string }>(async ({ params: { id } }) => {
  const isPosted = await sendAgain(id)
  return seeOther(
    `/merchant/mails/${encodeURIComponent(id)}?${isPosted ? 'done=posted' : 'failed=not_posted'}`,
  )
})
