import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { compileFunction, constants } from 'node:vm'
import { buildSync } from 'esbuild'

/**
 * What a TypeScript file exports. It is bundled with what it imports of this project, in memory: a loader such as tsx stays in
 * the process, and Next, loaded through it, takes two seconds longer to start.
 * @template T @param {string} file from the root of the project @returns {T}
 */
export function importTypeScript(file) {
  const root = new URL('../', import.meta.url)
  const url = new URL(file, root)
  const {
    outputFiles: [bundle],
  } = buildSync({
    absWorkingDir: fileURLToPath(root),
    entryPoints: [file],
    bundle: true,
    packages: 'external',
    alias: { '@': fileURLToPath(root) },
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    define: { 'import.meta.url': JSON.stringify(url.href) }, // Prisma’s clients name their folder by it
    write: false,
    logLevel: 'error',
  })
  const made = { exports: /** @type {any} */ ({}) }
  const run = compileFunction(bundle?.text ?? '', ['require', 'module', 'exports'], {
    filename: fileURLToPath(url),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER, // Prisma imports its compiler later
  })
  run(createRequire(url), made, made.exports)
  return made.exports
}
