'use client'

interface Props {
  label: string
  accept: string
  describedBy: string
  isInvalid: boolean
}

/**
 * A button that chooses files and sends the form, so that they are uploaded and shown; without scripts it is the browser's
 * own field, beside a button that uploads.
 */
export const PicturePicker = ({ label, accept, describedBy, isInvalid }: Props) => (
  <label className="button-plain relative has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
    {label}
    <input
      type="file"
      name="files"
      multiple
      accept={accept}
      aria-describedby={describedBy}
      aria-invalid={isInvalid || undefined}
      className="sr-only noscript:not-sr-only"
      onChange={({ currentTarget: { form } }) => {
        const upload = form?.querySelector('button[value=upload]')
        if (upload instanceof HTMLElement) form?.requestSubmit(upload)
      }}
    />
  </label>
)
