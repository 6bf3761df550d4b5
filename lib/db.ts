import { PrismaClient } from '@/generated/shop/client'
import { adapterFor, TRANSACTION_OPTIONS } from './prisma-adapter'
import { remember } from './remember'

/** The Prisma client of the shop's database. */
export const db = () =>
  remember(
    'shop database',
    () => new PrismaClient({ adapter: adapterFor('shop'), transactionOptions: TRANSACTION_OPTIONS }),
  )
