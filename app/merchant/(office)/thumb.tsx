interface Props {
  /** The picture's path; none or '' shows the first character of the name. */
  picture: string | undefined
  name: string
}

/** A product's small square picture, without an alternative text, since the name stands beside it. */
export const Thumb = ({ picture, name }: Props) => (
  <span
    aria-hidden="true"
    className="thumb grid size-11 place-items-center font-serif text-muted"
    translate="no"
  >
    {picture ? (
      // eslint-disable-next-line @next/next/no-img-element -- already small
      <img src={picture} alt="" width={44} height={44} className="size-full object-cover" />
    ) : (
      [...name][0]
    )}
  </span>
)
