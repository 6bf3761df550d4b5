import { BLANK_FACT, BLANK_VARIANT, MOST_FACTS, type ProductFields } from '@/lib/catalog/product-fields'

interface Edited {
  fields: ProductFields
  /** The part of the page that the button stands in. */
  place: '#pictures' | '#variants' | '#facts'
}

const MOVES = new Map([
  ['picture-up', -1],
  ['picture-down', 1],
  ['picture-remove', 0],
])

/** What a button within the form makes of what was typed; undefined for the one that saves. */
export function editedByButton(fields: ProductFields, button: string): Edited | undefined {
  const [action, row] = button.split('.')
  const { pictures, variants, facts } = fields
  if (action === 'add-variant')
    return { fields: { ...fields, variants: [...variants, BLANK_VARIANT] }, place: '#variants' }
  if (action === 'add-fact')
    return { fields: { ...fields, facts: [...facts, BLANK_FACT].slice(0, MOST_FACTS) }, place: '#facts' }
  if (action === 'upload') return { fields, place: '#pictures' }
  const move = MOVES.get(action ?? '')
  if (move === undefined) return undefined
  const at = Number(row)
  const others = pictures.filter((_, index) => index !== at)
  const moved = pictures[at]
  if (moved !== undefined && move !== 0) others.splice(Math.max(at + move, 0), 0, moved)
  return { fields: { ...fields, pictures: others }, place: '#pictures' }
}
