import { FlashNote } from '@/app/ui/flash-note'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Visitor } from '@/lib/accounts/session'
import { wordsIn } from '@/lib/language'
import { canMail } from '@/lib/mail/can-mail'
import { accountWords } from './account-words'

/** Asks for a verified address, once more with a mail; nothing where it is verified, or where no mail would arrive. */
export async function AddressNote({
  visitor,
  done,
  failed,
}: {
  visitor: Visitor
  done: unknown
  failed: unknown
}) {
  if (visitor.emailVerified || !canMail()) return null
  const words = await wordsIn(accountWords)
  if (done === 'mailed')
    return (
      <FlashNote tone="go" className="mt-4">
        {words.verificationAsked}
      </FlashNote>
    )
  return (
    <FlashNote tone={failed === 'too_many' ? 'bad' : 'wait'} className="mt-4">
      <p className="font-semibold">{words.notVerified}</p>
      <p>{failed === 'too_many' ? words.tooMany : words.verifyWhy}</p>
      <form action="/account/verify/send" method="post" className="mt-2">
        <SubmitButton className="button-plain button-small" pending={words.sending}>
          {words.sendAgain}
        </SubmitButton>
      </form>
    </FlashNote>
  )
}
