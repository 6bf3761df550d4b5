import { chooseLanguage } from '@/lib/language'
import { readForm, refuseTooBig } from '@/lib/read-form'
import { formRoute } from '../sandbox-route'

/** The language switch of the gateway, which is a site of its own. */
export const POST = formRoute(async (request) => {
  const form = await readForm(request)
  return form ? chooseLanguage(request, form.get('to')) : refuseTooBig()
})
