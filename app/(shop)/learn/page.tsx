import type { Metadata } from 'next'
import { ShopLink } from '@/app/ui/shop-link'
import { language, wordsIn } from '@/lib/language'
import { learnWords } from './learn-words'
import { APPENDICES, CHAPTERS, readText, type Slug } from './texts'

export async function generateMetadata(): Promise<Metadata> {
  const { title, lead } = await wordsIn(learnWords)
  return { title, description: lead }
}

/** The contents of the tutorial. */
export default async function LearnPage() {
  const spoken = await language()
  const words = learnWords[spoken]
  const entriesOf = (slugs: readonly Slug[]) =>
    Promise.all(slugs.map(async (slug) => ({ slug, ...(await readText(slug, spoken)).meta })))
  const [chapters, appendices] = [await entriesOf(CHAPTERS), await entriesOf(APPENDICES)]
  const tools = [
    { href: '/learn/sign', title: words.sign, text: words.signLead },
    { href: '/learn/errors', title: words.errors, text: words.errorsLead },
  ]
  return (
    <>
      <h1>{words.title}</h1>
      <p className="mt-3 max-w-[38rem] text-muted">{words.lead}</p>
      <ol className="mt-8 grid gap-4 sm:grid-cols-2">
        {chapters.map(({ slug, title, question, minutes }, index) => (
          <li key={slug} className="card relative p-5 focus-within:border-accent hover:border-accent">
            <p className="text-sm text-muted">
              {words.chapter(index + 1)}
              {minutes && ` · ${words.minutes(minutes)}`}
            </p>
            <h2 className="mt-1 text-h3">
              <ShopLink href={`/learn/${slug}`} className="after:absolute after:inset-0">
                {title}
              </ShopLink>
            </h2>
            <p className="mt-1 text-muted">{question}</p>
          </li>
        ))}
      </ol>
      <List title={words.tools} entries={tools} />
      <List
        title={words.more}
        entries={appendices.map(({ slug, title, summary }) => ({
          href: `/learn/${slug}`,
          title,
          text: summary,
        }))}
      />
    </>
  )
}

const List = ({
  title,
  entries,
}: {
  title: string
  entries: { href: string; title: string; text: string }[]
}) => (
  <>
    <h2 className="mt-12">{title}</h2>
    <ul className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2">
      {entries.map(({ href, title, text }) => (
        <li key={href}>
          <ShopLink href={href} className="link inline-block py-0.5">
            {title}
          </ShopLink>
          <p className="text-sm text-muted">{text}</p>
        </li>
      ))}
    </ul>
  </>
)
