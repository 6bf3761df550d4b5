import { healthAnswer } from '../health-answer'

export const dynamic = 'force-dynamic' // a built answer would come even from a process that hangs in its start

/** This process answers. A supervisor restarts one that does not; asks nothing of the database. */
export const GET = () => healthAnswer()
