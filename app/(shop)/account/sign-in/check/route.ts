import { signIn } from '@/lib/accounts/sign-in'
import { credentialsRoute } from '../../credentials-route'

export const POST = credentialsRoute('sign-in', signIn)
