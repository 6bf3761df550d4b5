import { inject } from 'vitest'
import { log } from '../../lib/log'

process.env.DATABASE_URL = inject('databaseUrl')
log().level = 'silent' // thousands of messages, and what they come to is asserted
