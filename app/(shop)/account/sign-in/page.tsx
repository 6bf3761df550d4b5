import { pageTitle } from '@/app/ui/page-title'
import { accountWords } from '../account-words'
import { CredentialsForm } from '../credentials-form'

export const generateMetadata = pageTitle(accountWords, 'signIn')

export default async function SignInPage({ searchParams }: PageProps<'/account/sign-in'>) {
  return <CredentialsForm way="sign-in" query={await searchParams} />
}
