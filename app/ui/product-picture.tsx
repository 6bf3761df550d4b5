/** A drawing of this shop or an uploaded picture; the name beside it says what it shows. */
export function ProductPicture({ src, className }: { src: string; className: string }) {
  const frame = `block aspect-[4/3] rounded-md bg-[#f6f2e9] object-cover ${className}`
  if (src === '') return <span className={frame} />
  // Small and of the right size already; next/image would only add an inline style that the security policy refuses.
  // eslint-disable-next-line @next/next/no-img-element
  return <img src={src} alt="" width={320} height={240} className={frame} />
}
