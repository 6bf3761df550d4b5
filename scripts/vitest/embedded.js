import { rmSync } from 'node:fs'
import { embeddedDatabase } from '../embedded.js'
import { migrate } from '../migrate.js'
import { freePort } from '../port.js'
import { WORKERS } from './workers.js'

/** A fresh embedded database for each worker. @param {import('vitest/node').TestProject} project */
export default async function setup(project) {
  const databases = await Promise.all(Array.from({ length: WORKERS }, openDatabase))
  project.provide(
    'databaseUrls',
    databases.map(({ url }) => url),
  )
  return () => Promise.all(databases.map(({ close }) => close()))
}

async function openDatabase() {
  const port = await freePort()
  const { url, stop } = await embeddedDatabase(port)
  await migrate(url)
  const close = async () => {
    await stop()
    rmSync(`data/${port}`, { recursive: true })
  }
  return { url, close }
}
