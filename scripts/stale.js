import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether a file has to be made (again): it is missing, or one of its sources is newer.
 * @param {string} product the file
 * @param {string[]} sources files and folders; missing ones are ignored
 */
export function isStale(product, sources) {
  const made = modified(product)
  return made === undefined || sources.some((source) => hasNewer(source, made))
}

/** The time of a folder changes when a file in it is deleted. @param {string} path @param {number} time @returns {boolean} */
function hasNewer(path, time) {
  const status = statSync(path, { throwIfNoEntry: false })
  if (!status) return false
  if (status.mtimeMs > time) return true
  return status.isDirectory() && readdirSync(path).some((name) => hasNewer(join(path, name), time))
}

/** @param {string} path */
const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs
