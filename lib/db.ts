import { PrismaClient } from '@/generated/shop/client'
import { adapterFor } from './prisma-adapter'
import { remember } from './remember'

/** The shop's database. */
export const db = () => remember('shop database', () => new PrismaClient({ adapter: adapterFor('shop') }))
