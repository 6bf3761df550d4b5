import type { ComponentType, ReactNode } from 'react'
import { ShopLink } from '@/app/ui/shop-link'
import { wordsIn } from '@/lib/language'
import { learnWords } from './learn-words'
import { Picture } from './pictures/picture'
import { Try } from './try/try'

interface CodeProps {
  region: string
  title?: string
  children?: ReactNode
  /** These are put in when the text is compiled (scripts/learn/compile-text.js). */
  file: string
  from: string
  to: string
  href?: string
}

async function Code({ title, file, from, to, href, children }: CodeProps) {
  const words = await wordsIn(learnWords)
  const place = `${file} · ${words.lines(from, to)}`
  return (
    <figure className="code">
      <figcaption className="rounded-t-tile border border-b-0 border-line bg-tile px-4 py-1.5 text-tiny text-muted">
        {title && <span className="mr-2 text-ink">{title}</span>}
        {href ? (
          <a href={href} className="link font-mono [overflow-wrap:anywhere]">
            {place}
          </a>
        ) : (
          <span className="font-mono [overflow-wrap:anywhere]">{place}</span>
        )}
      </figcaption>
      <pre tabIndex={0} translate="no">
        <code>{children}</code>
      </pre>
    </figure>
  )
}

async function Mistake({ title, children }: { title: string; children: ReactNode }) {
  const words = await wordsIn(learnWords)
  return (
    <section className="card border-l-4 border-l-warn p-4">
      <p className="text-tiny text-warn">{words.mistake}</p>
      <p className="font-semibold">{title}</p>
      <Flow>{children}</Flow>
    </section>
  )
}

const Question = ({ ask, children }: { ask: string; children: ReactNode }) => (
  <details className="card p-4">
    <summary className="cursor-pointer font-medium">{withCode(ask)}</summary>
    <Flow>{children}</Flow>
  </details>
)

const Note = ({ children }: { children: ReactNode }) => (
  <div className="rounded-tile bg-note px-4 py-3 text-on-note">
    <Flow>{children}</Flow>
  </div>
)

const Entry = ({
  id,
  term,
  also,
  children,
}: {
  id: string
  term: string
  also?: string
  children: ReactNode
}) => (
  <section aria-labelledby={id}>
    <p id={id} className="font-semibold">
      {term}
      {also && <span className="ml-2 font-normal text-muted">{also}</span>}
    </p>
    <Flow>{children}</Flow>
  </section>
)

async function Sign({ text, key = '' }: { text: string; key?: string }) {
  const words = await wordsIn(learnWords)
  const fragment = new URLSearchParams({ text, key })
  return (
    <p>
      <a href={`/learn/sign#${fragment}`} className="link">
        {words.openSign}
      </a>
    </p>
  )
}

/** A link stays within the shop, or names a standard. */
function Link({ href = '', children }: { href?: string; children?: ReactNode }) {
  const isOwn = href.startsWith('/')
  return isOwn ? (
    <ShopLink href={href} className="link">
      {children}
    </ShopLink>
  ) : (
    <a href={href} className="link">
      {children}
    </a>
  )
}

/** A heading with a link to itself, for those who want to send its address. */
const heading = (Level: 'h2' | 'h3') =>
  function Heading({ id, children }: { id?: string; children?: ReactNode }) {
    return (
      <Level id={id}>
        <a href={`#${id}`}>{children}</a>
      </Level>
    )
  }

/** Names of the protocol, of files and of words in the other language. */
const Word = ({ children }: { children?: ReactNode }) => <code translate="no">{children}</code>

const Table = ({ children }: { children?: ReactNode }) => (
  <div className="wide" tabIndex={0} role="group">
    <table>{children}</table>
  </div>
)

/** Paragraphs with their distance. */
const Flow = ({ children }: { children: ReactNode }) => <div className="mt-2 space-y-3">{children}</div>

/** A text in which `code` stands between backticks. */
const withCode = (text: string) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))

/** What a text of learn/ may use, beside Markdown. */
export const textComponents = {
  Code,
  Entry,
  Mistake,
  Note,
  Picture,
  Question,
  Sign,
  Try,
  a: Link,
  code: Word,
  h2: heading('h2'),
  h3: heading('h3'),
  table: Table,
} as Record<string, ComponentType<never>>
