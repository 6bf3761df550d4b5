import { encode } from 'uqr'
import { wordsIn } from '@/lib/language'
import { orderPageWords } from './order-page-words'

/** The code that the buyer scans, and a link for those who see no picture or are on the phone that pays. */
export async function PayCode({ address }: { address: string }) {
  const words = await wordsIn(orderPageWords)
  const { data, size } = encode(address, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return (
    <figure className="mt-4">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={words.code}
        className="w-56 max-w-full rounded bg-white"
        shapeRendering="crispEdges"
      >
        <path d={path} fill="black" />
      </svg>
      <figcaption className="mt-2 text-sm">
        {words.scan}{' '}
        <a href={address} className="link">
          {words.openCode}
        </a>
      </figcaption>
    </figure>
  )
}
