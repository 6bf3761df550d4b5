import type { Bilingual, Language } from '@/lib/dictionary'

export interface StripProps {
  title: Bilingual
  /** One under the other; `codes` stand beside the words. */
  items: { label: Bilingual; note?: Bilingual; codes?: readonly string[] }[]
  /** What is reached at the end. */
  end?: Bilingual
  spoken: Language
}

/** Stations that something passes one after the other. */
export const Strip = ({ title, items, end, spoken }: StripProps) => (
  <>
    <figcaption className="text-sm font-medium">{title[spoken]}</figcaption>
    <ol className="mt-3 list-none">
      {items.map(({ label, note, codes = [] }, index) => (
        <li key={index} className="relative border-l-2 border-accent pb-4 pl-6">
          <span
            aria-hidden
            className="absolute -left-[0.8125rem] top-0 grid size-6 place-items-center rounded-full bg-accent text-tiny text-on-accent"
          >
            {index + 1}
          </span>
          <p className="font-medium">{label[spoken]}</p>
          {note && <p className="text-sm text-muted">{note[spoken]}</p>}
          {codes.length > 0 && (
            <p className="mt-1 flex flex-wrap gap-1.5">
              {codes.map((code) => (
                <code key={code} className="text-tiny">
                  {code}
                </code>
              ))}
            </p>
          )}
        </li>
      ))}
    </ol>
    {end && <p className="rounded-tile bg-wash px-4 py-2 font-medium text-accent">{end[spoken]}</p>}
  </>
)
