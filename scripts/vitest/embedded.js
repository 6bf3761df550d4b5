import { rmSync } from 'node:fs'
import { embeddedDatabase } from '../embedded.js'
import { migrate } from '../migrate.js'

const PORT = 54330

/** A fresh embedded database. @param {import('vitest/node').TestProject} project */
export default async function setup(project) {
  rmSync(`data/${PORT}`, { recursive: true, force: true })
  const { url, stop } = await embeddedDatabase(PORT)
  await migrate(url)
  project.provide('databaseUrl', url)
  return async () => {
    await stop()
    rmSync(`data/${PORT}`, { recursive: true })
  }
}
