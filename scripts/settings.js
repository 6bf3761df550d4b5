import { tsImport } from 'tsx/esm/api'

/** The settings as lib/env.ts reads them; throws its SettingError. */
export function readSettings() {
  return loadEnv().then(({ parseEnv }) => parseEnv(process.env))
}

/**
 * Through tsx for this one file: the whole of Next under tsx starts later and takes more memory.
 * @returns {Promise<typeof import('../lib/env')>}
 */
const loadEnv = () => tsImport('../lib/env.ts', import.meta.url)
