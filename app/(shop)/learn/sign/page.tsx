import { pageTitle } from '@/app/ui/page-title'
import { ShopLink } from '@/app/ui/shop-link'
import { language } from '@/lib/language'
import { learnWords } from '../learn-words'
import { signWords } from './sign-words'
import { Workbench } from './workbench'

export const generateMetadata = pageTitle(signWords, 'title')

/** The workbench for signatures, the one page of the tutorial that needs scripts. */
export default async function SignPage() {
  const spoken = await language()
  const words = signWords[spoken]
  return (
    <>
      <p className="text-sm">
        <ShopLink href="/learn" className="link inline-block py-0.5">
          {learnWords[spoken].learn}
        </ShopLink>
      </p>
      <h1 className="mt-1">{words.title}</h1>
      <p className="mt-3 max-w-[38rem] text-muted">{words.lead}</p>
      <noscript>
        <p className="flash mt-6 bg-wait-soft text-wait-text">{words.scripts}</p>
      </noscript>
      <Workbench words={words} language={spoken} />
    </>
  )
}
