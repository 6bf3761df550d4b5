import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether a product has to be made (again): it is missing, or something in its sources is newer.
 * @param {string} product a file
 * @param {string[]} sources files and folders; those missing do not count
 */
export function isStale(product, sources) {
  const made = modified(product)
  return made === undefined || sources.some((source) => hasNewer(source, made))
}

/** Folders count too: their time tells of deleted files. @param {string} path @param {number} time @returns {boolean} */
function hasNewer(path, time) {
  const status = statSync(path, { throwIfNoEntry: false })
  if (!status) return false
  if (status.mtimeMs > time) return true
  return status.isDirectory() && readdirSync(path).some((name) => hasNewer(join(path, name), time))
}

/** @param {string} path */
const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs
