export { changeLanguage as POST } from '@/lib/language'
