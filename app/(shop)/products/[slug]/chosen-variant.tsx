'use client'

import { useEffect, useState } from 'react'

interface Props {
  formId: string
  variants: { id: string; price: string; note: string }[]
  /** The id of the one that the form begins with. */
  first: string
  /** Tells the quantity, too. */
  hasQuantity?: boolean
  priceClassName: string
  noteClassName: string
}

/** The price of what is chosen in the form; without scripts that of its first choice. */
export function ChosenVariant({
  formId,
  variants,
  first,
  hasQuantity,
  priceClassName,
  noteClassName,
}: Props) {
  const [chosen, setChosen] = useState({ id: first, quantity: '1' })
  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    const read = () => {
      const data = new FormData(form)
      setChosen({ id: String(data.get('variant')), quantity: String(data.get('quantity')) })
    }
    read() // a browser restores what was chosen
    form.addEventListener('change', read)
    return () => form.removeEventListener('change', read)
  }, [formId])
  const variant = variants.find(({ id }) => id === chosen.id) ?? variants[0]
  if (!variant) return null
  return (
    <>
      <strong className={`figures ${priceClassName}`}>{variant.price}</strong>
      <span className={noteClassName}>
        {variant.note}
        {hasQuantity && ` × ${chosen.quantity}`}
      </span>
    </>
  )
}
