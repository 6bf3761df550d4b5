import { inject } from 'vitest'
import { log } from '../../lib/log'

process.env.DATABASE_URL = inject('databaseUrls')[Number(process.env.VITEST_POOL_ID) - 1]
log().level = 'silent' // thousands of messages, whose results are asserted
