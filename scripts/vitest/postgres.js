import { migrate } from '../migrate.js'
import { throwAwayPostgres } from '../postgres.js'

/** A fresh PostgreSQL server. @param {import('vitest/node').TestProject} project */
export default async function setup(project) {
  const server = await throwAwayPostgres()
  if (!server) throw new Error('No PostgreSQL server is installed.')
  await migrate(server.url)
  project.provide('databaseUrl', server.url)
  return server.stop
}
