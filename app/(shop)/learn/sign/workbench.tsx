'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Language } from '@/lib/dictionary'
import type { Examination, Examined } from './examine'
import { RsaBench } from './rsa-bench'
import type { SignWords } from './sign-words'

interface Props {
  words: SignWords
  language: Language
}

const EXAMPLE = {
  text: '_input_charset=utf-8\nbody=\nout_trade_no=20261129001\npartner=2088000000000001\npayment_type=1\nprice=0.01\nquantity=1\nseller_email=seller@example.com\nservice=create_partner_trade_by_buyer\nsubject=龙井\nsign_type=MD5',
  key: 'danbaosandboxkey0123456789abcdef',
}

/** Computes in the browser, by the shop's own functions, which are loaded with the first letter typed. */
export function Workbench({ words, language }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [found, setFound] = useState<Examination>()

  async function look() {
    const { text = '', key = '' } = Object.fromEntries(new FormData(form.current ?? undefined))
    if (typeof text !== 'string' || typeof key !== 'string') return
    const { examine } = await import('./examine')
    setFound(text.trim() === '' ? undefined : examine(text, key.trim()))
  }

  function fill(values: { text: string; key: string }) {
    for (const [name, value] of Object.entries(values)) {
      const field = form.current?.elements.namedItem(name)
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value
    }
    void look()
  }

  // a chapter's link carries its example behind the #, which no browser sends
  useEffect(() => {
    const { text = '', key = '' } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
    if (text) fill({ text, key })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page is opened
  }, [])

  return (
    <>
      <form
        ref={form}
        onInput={() => void look()}
        onSubmit={(event) => event.preventDefault()}
        className="mt-6 space-y-4"
      >
        <label className="block">
          <span className="font-medium">{words.pasted}</span>
          <span className="ml-2 text-sm text-muted">{words.pastedHint}</span>
          <textarea name="text" rows={7} spellCheck={false} className="field mt-1 font-mono text-sm" />
        </label>
        <label className="block max-w-[38rem]">
          <span className="font-medium">{words.key}</span>
          <span className="ml-2 text-sm text-muted">{words.keyHint}</span>
          <input name="key" autoComplete="off" spellCheck={false} className="field mt-1 font-mono text-sm" />
        </label>
        <button type="button" className="button-plain" onClick={() => fill(EXAMPLE)}>
          {words.example}
        </button>
      </form>
      <div aria-live="polite" className="mt-8 space-y-8">
        {found && !found.ok && <p className="text-bad">{found[language]}</p>}
        {found?.ok && <Result found={found} words={words} language={language} />}
      </div>
      {found?.ok && (
        <RsaBench params={new Map(found.params.map(({ name, value }) => [name, value]))} words={words} />
      )}
    </>
  )
}

function Result({ found, words, language }: Props & { found: Examined }) {
  const { params, text, results, judgement } = found
  const uses = { signed: words.signed, empty: words.empty, sign: words.notSigned }
  return (
    <>
      {judgement && (
        <p
          className={`flash ${judgement.ok ? 'bg-go-soft text-go-text' : 'bg-bad-soft text-bad-text'}`}
          role="status"
        >
          {judgement.ok ? words.right + judgement.charset : `${words.wrong} ${judgement[language]}`}
        </p>
      )}
      <Part title={words.params}>
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={words.params}>
          <table className="text-sm">
            <tbody>
              {params.map(({ name, value, use }) => (
                <tr key={name} className={use === 'signed' ? '' : 'text-muted'}>
                  <th scope="row" className="py-1 pr-4 text-left font-mono font-normal">
                    {name}
                  </th>
                  <td className="py-1 pr-4 font-mono break-all">{value}</td>
                  <td className="py-1 whitespace-nowrap">{uses[use]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Part>
      <Part title={words.text}>
        <p className="font-mono text-sm break-all" data-result="text">
          {text}
        </p>
      </Part>
      {results.map((result) => (
        <Part key={result.charset} title={result.charset}>
          {'sign' in result ? (
            <dl className="text-sm">
              <dt className="text-muted">{words.bytes}</dt>
              <dd className="max-h-40 overflow-y-auto font-mono break-words" tabIndex={0}>
                {result.bytes}
              </dd>
              <dt className="mt-2 text-muted">{words.sign}</dt>
              <dd className="font-mono break-all" data-result={`sign-${result.charset}`}>
                {result.sign}
              </dd>
            </dl>
          ) : (
            <p className="text-bad">
              {words.cannot}
              {result.character}
            </p>
          )}
        </Part>
      ))}
    </>
  )
}

export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="card p-4">
    <h2 className="mb-2 font-sans text-base">{title}</h2>
    {children}
  </section>
)
