import { signUp } from '@/lib/accounts/sign-up'
import { credentialsRoute } from '../../credentials-route'

export const POST = credentialsRoute('sign-up', signUp)
