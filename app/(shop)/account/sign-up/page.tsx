import { pageTitle } from '@/app/ui/page-title'
import { accountWords } from '../account-words'
import { CredentialsForm } from '../credentials-form'

export const generateMetadata = pageTitle(accountWords, 'signUp')

export default async function SignUpPage({ searchParams }: PageProps<'/account/sign-up'>) {
  return <CredentialsForm way="sign-up" query={await searchParams} />
}
