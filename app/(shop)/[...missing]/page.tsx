import { notFound } from 'next/navigation'

/** Every address that nothing else answers: 404, in the shop's frame. */
export default function MissingPage() {
  notFound()
}
