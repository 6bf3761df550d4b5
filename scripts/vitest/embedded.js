import { rmSync } from 'node:fs'
import { embeddedDatabase } from '../embedded.js'
import { migrate } from '../migrate.js'
import { freePort } from '../port.js'

/** A fresh embedded database. @param {import('vitest/node').TestProject} project */
export default async function setup(project) {
  const port = await freePort()
  const { url, stop } = await embeddedDatabase(port)
  await migrate(url)
  project.provide('databaseUrl', url)
  return async () => {
    await stop()
    rmSync(`data/${port}`, { recursive: true })
  }
}
