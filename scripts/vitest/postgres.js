import { migrate } from '../migrate.js'
import { throwAwayPostgres } from '../postgres.js'
import { WORKERS } from './workers.js'

/** A fresh PostgreSQL server for each worker. @param {import('vitest/node').TestProject} project */
export default async function setup(project) {
  const servers = await Promise.all(Array.from({ length: WORKERS }, start))
  project.provide(
    'databaseUrls',
    servers.map(({ url }) => url),
  )
  return async () => void (await Promise.all(servers.map(({ stop }) => stop())))
}

async function start() {
  const server = await throwAwayPostgres()
  if (!server) throw new Error('No PostgreSQL server is installed.')
  await migrate(server.url)
  return server
}
