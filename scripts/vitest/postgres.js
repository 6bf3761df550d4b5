import pg from 'pg'
import { migrate } from '../migrate.js'
import { throwAwayPostgres } from '../postgres.js'
import { WORKERS } from './workers.js'

/** A fresh PostgreSQL server, with a database for each worker. @param {import('vitest/node').TestProject} project */
export default async function setup(project) {
  const server = await throwAwayPostgres()
  if (!server) throw new Error('No PostgreSQL server is installed.')
  const names = Array.from({ length: WORKERS }, (_, index) => `worker_${index + 1}`)
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  for (const name of names) await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const urls = names.map((name) => new URL(name, server.url).href)
  // the doctor's test takes the server's first database for an embedded one
  for (const url of [...urls, server.url]) await migrate(url)
  project.provide('databaseUrls', urls)
  return server.stop
}
