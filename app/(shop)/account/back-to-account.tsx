import Link from 'next/link'
import { wordsIn } from '@/lib/language'
import { accountWords } from './account-words'

export async function BackToAccount() {
  return (
    <Link href="/account" prefetch={false} className="text-accent underline underline-offset-2">
      {(await wordsIn(accountWords)).backToAccount}
    </Link>
  )
}
