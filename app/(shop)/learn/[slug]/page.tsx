import type { Metadata } from 'next'
import { ShopLink } from '@/app/ui/shop-link'
import { language, wordsIn } from '@/lib/language'
import { Missing, missingTitle } from '../../missing'
import { learnWords } from '../learn-words'
import { isSlug, numberOf, readText, SLUGS } from '../texts'
import { textComponents } from '../text-components'

type Props = PageProps<'/learn/[slug]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  if (!isSlug(slug)) return missingTitle()
  const { title, summary } = (await readText(slug, await language())).meta
  return { title: `${title} · ${(await wordsIn(learnWords)).learn}`, description: summary }
}

/** A chapter, or one of the pages after them. */
export default async function ChapterPage({ params }: Props) {
  const { slug } = await params
  if (!isSlug(slug)) return <Missing />
  const spoken = await language()
  const words = learnWords[spoken]
  const { default: Text, meta } = await readText(slug, spoken)
  const number = numberOf(slug)
  const at = SLUGS.indexOf(slug)
  const parts = meta.headings.filter(({ depth }) => depth === 2)
  return (
    <div className="gap-x-12 lg:grid lg:grid-cols-[minmax(0,52rem)_14rem]">
      <article className="min-w-0">
        <p className="text-sm text-muted">
          <ShopLink href="/learn" className="link inline-block py-0.5">
            {words.learn}
          </ShopLink>
          {number && ` · ${words.chapter(number)}`}
          {meta.minutes && ` · ${words.minutes(meta.minutes)}`}
        </p>
        <h1 className="mt-1">{meta.title}</h1>
        <p className="mt-3 max-w-[38rem] text-lg text-muted">{meta.question}</p>
        {parts.length > 1 && (
          <Contents className="card mt-6 p-4 lg:hidden" title={words.contents} parts={parts} />
        )}
        <div className="prose mt-8">
          <Text components={textComponents} />
        </div>
        {meta.covers && <Covers ids={meta.covers.split(/\s+/)} words={words} />}
        <nav
          aria-label={words.chapters}
          className="mt-10 flex flex-wrap justify-between gap-4 border-t border-line pt-6"
        >
          <Neighbour slug={SLUGS[at - 1]} label={words.previous} />
          <Neighbour slug={SLUGS[at + 1]} label={words.next} />
        </nav>
      </article>
      {parts.length > 1 && (
        <Contents
          className="sticky top-24 hidden self-start text-sm lg:block"
          title={words.contents}
          parts={parts}
        />
      )}
    </div>
  )
}

interface ContentsProps {
  className: string
  title: string
  parts: { id: string; text: string }[]
}

const Contents = ({ className, title, parts }: ContentsProps) => (
  <nav aria-label={title} className={className}>
    <p className="font-medium">{title}</p>
    <ol className="mt-1">
      {parts.map(({ id, text }) => (
        <li key={id}>
          <a href={`#${id}`} className="block py-1 text-muted hover:text-ink hover:underline">
            {text}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)

/** The statements of the papers that a chapter is about. */
const Covers = ({ ids, words }: { ids: string[]; words: (typeof learnWords)['zh'] }) => (
  <section aria-labelledby="covers" className="mt-12 max-w-[38rem] text-sm text-muted">
    <h2 id="covers" className="font-sans text-sm font-medium">
      {words.covers}
    </h2>
    <p className="mt-1">{ids.join(' · ')}</p>
    <p className="mt-1">{words.coversLead}</p>
  </section>
)

async function Neighbour({ slug, label }: { slug: (typeof SLUGS)[number] | undefined; label: string }) {
  if (!slug) return <span />
  const { meta } = await readText(slug, await language())
  return (
    <ShopLink href={`/learn/${slug}`} className="group max-w-[18rem]">
      <span className="block text-sm text-muted">{label}</span>
      <span className="link">{meta.title}</span>
    </ShopLink>
  )
}
