import { pageTitle } from '@/app/ui/page-title'
import { ShopLink } from '@/app/ui/shop-link'
import { language } from '@/lib/language'
import { learnWords } from '../learn-words'
import { CHECKS, DIAGNOSES, findCode, GATEWAY_CODES, OPEN_CODES } from './codes'
import { errorsWords } from './errors-words'

export const generateMetadata = pageTitle(errorsWords, 'title')

/** The list of all codes. */
export default async function ErrorsPage() {
  const spoken = await language()
  const words = errorsWords[spoken]
  return (
    <>
      <p className="text-sm">
        <ShopLink href="/learn" className="link inline-block py-0.5">
          {learnWords[spoken].learn}
        </ShopLink>
      </p>
      <h1 className="mt-1">{words.title}</h1>
      <p className="mt-3 max-w-[38rem] text-muted">{words.lead}</p>
      {(
        [
          ['gateway', GATEWAY_CODES],
          ['open', OPEN_CODES],
          ['diagnoses', DIAGNOSES],
          ['checks', CHECKS],
        ] as const
      ).map(([group, codes]) => (
        <section key={group} aria-labelledby={group} className="mt-10">
          <h2 id={group}>{words[group]}</h2>
          <ul className="mt-3 grid gap-x-8 gap-y-1 sm:grid-cols-2">
            {codes.map((code) => (
              <li key={code} className="min-w-0 text-sm">
                <ShopLink
                  href={`/learn/errors/${code}`}
                  className="link inline-block py-1 font-mono [overflow-wrap:anywhere]"
                >
                  {code}
                </ShopLink>{' '}
                <span className="text-muted">{findCode(code)?.help[0]?.title[spoken]}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
