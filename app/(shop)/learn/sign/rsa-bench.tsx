'use client'

import { useEffect, useRef, useState } from 'react'
import type { SignWords } from './sign-words'

interface Props {
  params: Map<string, string>
  words: SignWords
}

interface Found {
  /** undefined: the key cannot be read; '' without one. */
  signature: string | undefined
  /** Of the sign among the parameters; undefined without a key or a sign. */
  isRight: boolean | undefined
  isUnreadable: boolean
}

/** The same parameters by RSA2, with the browser's own cryptography. */
export function RsaBench({ params, words }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [found, setFound] = useState<Found>()
  const [hasCrypto, setHasCrypto] = useState(true)

  async function look() {
    const { kind, privateKey, publicKey } = Object.fromEntries(new FormData(form.current ?? undefined))
    if (typeof privateKey !== 'string' || typeof publicKey !== 'string') return
    const rsa = await import('./rsa')
    setHasCrypto(rsa.hasCrypto())
    if (!rsa.hasCrypto()) return
    const text = rsa.textOf(params, kind === 'message' ? 'message' : 'request')
    const sign = params.get('sign') ?? ''
    const signature = privateKey.trim() ? await rsa.sign(text, privateKey) : ''
    const isRight = publicKey.trim() && sign ? await rsa.verify(text, sign, publicKey) : undefined
    const isUnreadable =
      signature === undefined || (publicKey.trim() !== '' && sign !== '' && isRight === undefined)
    setFound({ signature, isRight, isUnreadable })
  }

  async function makePair() {
    const rsa = await import('./rsa')
    if (!rsa.hasCrypto()) return setHasCrypto(false)
    for (const [name, value] of Object.entries(await rsa.newPair())) {
      const field = form.current?.elements.namedItem(name)
      if (field instanceof HTMLTextAreaElement) field.value = value
    }
    await look()
  }

  // other parameters, another signature
  useEffect(() => {
    void look()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the form is read when the parameters change
  }, [[...params].join('&')]) // prettier-ignore

  return (
    <section aria-labelledby="rsa" className="mt-10">
      <h2 id="rsa">{words.rsa}</h2>
      <p className="mt-1 text-muted">{words.rsaLead}</p>
      {!hasCrypto && <p className="mt-2 text-warn">{words.noCrypto}</p>}
      <form
        ref={form}
        onInput={() => void look()}
        onSubmit={(event) => event.preventDefault()}
        className="mt-4 space-y-4"
      >
        <label className="block max-w-[24rem]">
          <span className="font-medium">{words.kind}</span>
          <select name="kind" className="field mt-1">
            <option value="request">{words.request}</option>
            <option value="message">{words.message}</option>
          </select>
        </label>
        {(['privateKey', 'publicKey'] as const).map((name) => (
          <label key={name} className="block">
            <span className="font-medium">{words[name]}</span>
            <textarea name={name} rows={3} spellCheck={false} className="field mt-1 font-mono text-sm" />
          </label>
        ))}
        <button type="button" className="button-plain" onClick={() => void makePair()}>
          {words.newPair}
        </button>
      </form>
      <div aria-live="polite" className="mt-4 space-y-2">
        {found?.isUnreadable && <p className="text-bad">{words.unreadable}</p>}
        {found?.signature && (
          <>
            <p className="text-sm text-muted">{words.rsaSign}</p>
            <p className="font-mono text-sm break-all" data-result="rsa2">
              {found.signature}
            </p>
          </>
        )}
        {found?.isRight !== undefined && (
          <p className={found.isRight ? 'text-accent' : 'text-bad'}>
            {found.isRight ? words.verified : words.notVerified}
          </p>
        )}
      </div>
    </section>
  )
}
