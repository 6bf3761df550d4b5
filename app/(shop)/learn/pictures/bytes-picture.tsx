import { type Charset, encode } from '@/lib/alipay/charset'
import { md5Sign } from '@/lib/alipay/partner/sign'
import { dictionary, type Language } from '@/lib/dictionary'
import { SANDBOX_KEY } from '@/lib/sandbox-account'

const bytesWords = dictionary({
  zh: {
    title: '同一句话，两种编码，两串字节，两个签名',
    head: ['编码', '字节', '接上 key 之后的 MD5'],
  },
  en: {
    title: 'One text, two charsets, two rows of bytes, two signs',
    head: ['charset', 'bytes', 'MD5 with the key behind them'],
  },
})

const TEXT = 'subject=龙井'

/** The bytes and the sign of one parameter, computed by the functions that the shop signs with. */
export function BytesPicture({ spoken }: { spoken: Language }) {
  const words = bytesWords[spoken]
  const rowOf = (charset: Charset) => {
    const bytes = encode(TEXT, charset)
    const hex = bytes.toString('hex').replace(/..(?=.)/g, '$& ')
    return [charset, hex, md5Sign(bytes.toString('latin1'), SANDBOX_KEY)]
  }
  return (
    <>
      <figcaption className="text-sm font-medium">{words.title}</figcaption>
      <p className="mt-2 text-center">
        <code lang="zh-CN">{TEXT}</code>
      </p>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        {(['utf-8', 'gbk'] as const).map((charset) => (
          <dl key={charset} className="min-w-0 rounded-tile bg-tile p-3 text-sm">
            {rowOf(charset).map((value, index) => (
              <div key={index}>
                <dt className="text-muted">{words.head[index]}</dt>
                <dd className="font-mono [overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
          </dl>
        ))}
      </div>
    </>
  )
}
