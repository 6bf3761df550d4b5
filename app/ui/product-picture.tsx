/** A product's picture, without an alternative text, since the name stands beside it. */
export function ProductPicture({ src, className }: { src: string; className: string }) {
  const frame = `block aspect-[4/3] rounded-md bg-tile object-cover ${className}`
  if (src === '') return <span className={frame} />
  // already small; next/image would add an inline style that the content security policy refuses
  // eslint-disable-next-line @next/next/no-img-element
  return <img src={src} alt="" width={320} height={240} className={frame} />
}
