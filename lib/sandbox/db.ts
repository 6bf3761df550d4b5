import { PrismaClient } from '@/generated/sandbox/client'
import { adapterFor, TRANSACTION_OPTIONS } from '../prisma-adapter'
import { remember } from '../remember'

/** The sandbox's own tables, in the namespace `sandbox`. */
export const db = () =>
  remember(
    'sandbox database',
    () => new PrismaClient({ adapter: adapterFor('sandbox'), transactionOptions: TRANSACTION_OPTIONS }),
  )
