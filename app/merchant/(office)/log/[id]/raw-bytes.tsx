import { Section } from '@/app/ui/section'
import { type Charset, decode, decodeForPeople } from '@/lib/alipay/charset'
import { hexDump } from '@/lib/hex-dump'
import { wordsIn } from '@/lib/language'
import { logWords } from '../log-words'

/** Bytes. Enough for any real message. */
const SHOWN = 8 * 1024

/** The raw bytes of a message, as text in the configured charset and in hex. */
export async function RawBytes({ bytes, charset }: { bytes: Uint8Array; charset: Charset }) {
  const words = await wordsIn(logWords)
  const start = bytes.subarray(0, SHOWN)
  const isText = decode(start, charset) !== undefined
  return (
    <Section id="bytes" title={words.rawBytes(bytes.length)}>
      {bytes.length > SHOWN && <p className="mt-2 text-sm text-muted">{words.onlyFirst(SHOWN)}</p>}
      <div className="card mt-3 p-4">
        <p translate="no" className="font-mono text-xs break-all">
          {decodeForPeople(start, charset)}
        </p>
        {!isText && <p className="mt-2 text-sm text-muted">{words.notText(charset)}</p>}
        <details className="mt-4">
          <summary className="link cursor-pointer">{words.hex}</summary>
          <pre tabIndex={0} aria-label={words.hex} className="mt-3 overflow-x-auto text-xs leading-5">
            {hexDump(start)}
          </pre>
        </details>
      </div>
    </Section>
  )
}
