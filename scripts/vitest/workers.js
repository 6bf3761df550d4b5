/** How many test files run at the same time. Each of these workers has a database of its own. */
export const WORKERS = 2
