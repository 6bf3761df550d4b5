/* eslint-disable @next/next/no-img-element -- small already, and in the database: nothing to optimise */

/** A product's picture, or its place; beside the product's name, so that it needs no words of its own. */
export function ProductPicture({ picture, className }: { picture: string; className: string }) {
  const look = `rounded-md border border-line ${className}`
  if (picture === '') return <span aria-hidden className={`block bg-paper ${look}`} />
  return <img src={picture} alt="" loading="lazy" className={`object-cover ${look}`} />
}
