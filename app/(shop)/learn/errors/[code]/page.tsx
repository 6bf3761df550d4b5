import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ShopLink } from '@/app/ui/shop-link'
import { WithChinese } from '@/app/ui/with-chinese'
import type { Bilingual } from '@/lib/dictionary'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { Missing, missingTitle } from '../../../missing'
import { readText } from '../../texts'
import { Try } from '../../try/try'
import { findCode } from '../codes'
import { errorsWords } from '../errors-words'

type Props = PageProps<'/learn/errors/[code]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const code = decodeURIComponent((await params).code)
  return findCode(code) ? { title: code } : missingTitle()
}

/** One code: its cause, its remedy, and how to meet it here. */
export default async function ErrorCodePage({ params }: Props) {
  const code = decodeURIComponent((await params).code)
  const found = findCode(code)
  if (!found) return <Missing />
  const spoken = await language()
  const words = errorsWords[spoken]
  const said = (text: Bilingual) => (spoken === 'en' ? <WithChinese text={text.en} /> : text.zh)
  const { meta } = await readText(found.chapter, spoken)
  return (
    <article>
      <p className="text-sm">
        <ShopLink href="/learn/errors" className="link inline-block py-0.5">
          {words.all}
        </ShopLink>
      </p>
      <h1 className="mt-1 font-mono [overflow-wrap:anywhere]">{code}</h1>
      <div className="prose mt-6">
        {found.help.map(({ title, cause, remedy }) => (
          <section key={cause.en} className="space-y-2">
            <p className="text-lg">{said(title)}</p>
            <Part title={words.cause}>{said(cause)}</Part>
            <Part title={words.remedy}>{said(remedy)}</Part>
          </section>
        ))}
        {found.diagnosis.map((text) => (
          <Part key={text.en} title={words.diagnosis}>
            {said(text)}
          </Part>
        ))}
        {found.check && <Part title={words.check}>{said(found.check)}</Part>}
        <h2>{words.provoke}</h2>
        <Provoke code={code} />
        <p>
          {words.chapter}
          {spoken === 'zh' ? '：' : ': '}
          <ShopLink href={`/learn/${found.chapter}`} className="link">
            {meta.title}
          </ShopLink>
        </p>
      </div>
    </article>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <h2 className="text-h3 font-sans">{title}</h2>
    <p className="mt-1">{children}</p>
  </div>
)

/** The lines are those that a browser test runs. */
async function Provoke({ code }: { code: string }) {
  const words = errorsWords[await language()]
  const { scenario, lines, prints } = findCode(code)?.provocation ?? {}
  if (scenario)
    return (
      <Try scenario={scenario}>
        <p>{words.thenLog}</p>
      </Try>
    )
  if (!lines) return <p>{words.noWay}</p>
  return (
    <Try>
      <p>{words.helper}</p>
      <pre tabIndex={0}>{`B=${env().shopUrl}; curl -s $B/learn.sh -o learn.sh; . ./learn.sh`}</pre>
      <pre tabIndex={0}>{lines}</pre>
      <p>
        {words.prints} <code>{prints}</code>
      </p>
      {prints === 'fail' && <p>{words.thenLog}</p>}
    </Try>
  )
}
