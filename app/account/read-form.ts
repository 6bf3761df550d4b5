/** The text fields of a posted form by name; '' for one that is missing or is a file. */
export async function readForm(request: Request): Promise<(name: string) => string> {
  const form = await request.formData().catch(() => new FormData())
  return (name) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
}

/** A typed e-mail address as the address of the form brings it back: the rest of a flood is not worth it. */
export const keptEmail = (email: string) => email.slice(0, 254).toWellFormed()
