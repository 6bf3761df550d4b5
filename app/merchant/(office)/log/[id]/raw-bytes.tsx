import { type Charset, decode, decodeForPeople } from '@/lib/alipay/charset'
import { hexDump } from '@/lib/hex-dump'
import { wordsIn } from '@/lib/language'
import { logWords } from '../log-words'

/** Enough for any real message, and for a look at the others. */
const SHOWN = 8 * 1024

/** What came, byte for byte: as text in the charset of the settings, and in hex. */
export async function RawBytes({ bytes, charset }: { bytes: Uint8Array; charset: Charset }) {
  const words = await wordsIn(logWords)
  const start = bytes.subarray(0, SHOWN)
  const isText = decode(start, charset) !== undefined
  return (
    <section aria-labelledby="bytes" className="mt-8">
      <h2 id="bytes" className="text-lg font-medium">
        {words.rawBytes(bytes.length)}
      </h2>
      {bytes.length > SHOWN && <p className="mt-2 text-sm text-muted">{words.onlyFirst(SHOWN)}</p>}
      <div className="card mt-3 p-4">
        <p translate="no" className="font-mono text-xs break-all">
          {decodeForPeople(start, charset)}
        </p>
        {!isText && <p className="mt-2 text-sm text-muted">{words.notText(charset)}</p>}
        <details className="mt-4">
          <summary className="cursor-pointer text-accent underline underline-offset-2">{words.hex}</summary>
          <pre tabIndex={0} aria-label={words.hex} className="mt-3 overflow-x-auto text-xs leading-5">
            {hexDump(start)}
          </pre>
        </details>
      </div>
    </section>
  )
}
