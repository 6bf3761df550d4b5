// A registry without other platforms' packages yields a lock file without them, which `npm ci` then calls
// incomplete. Adds an entry (version, os and cpu, no integrity) for every optional dependency that it lacks.
// Run after `npm install` on such a registry.
import { readFileSync, writeFileSync } from 'node:fs'

const SYSTEMS = 'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'.split(' ')
const PROCESSORS = 'arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x x64 wasm32'.split(' ')

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const missing = Object.entries(lock.packages).flatMap(([place, { dev, optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !candidates(place, name).some((path) => lock.packages[path]))
    .map(([name, version]) => [`node_modules/${name}`, entry(name, version, dev)]),
)
const packages = { ...lock.packages, ...Object.fromEntries(missing) }
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${missing.length} added`, ...missing.map(([path]) => path.slice('node_modules/'.length)))

/** Where Node would look for a package that is required from a place, nearest first. */
function candidates(place, name) {
  const here = `${place && `${place}/`}node_modules/${name}`
  if (!place) return [here]
  const above = place.slice(0, Math.max(0, place.lastIndexOf('node_modules/'))).replace(/\/$/, '')
  return [here, ...candidates(above, name)]
}

/** Platform packages carry their platform in their names: @next/swc-darwin-arm64. */
function entry(name, version, dev) {
  const words = name.split(/[-/]/).map((word) => (word === 'linuxmusl' ? 'linux' : word))
  const os = SYSTEMS.filter((system) => words.includes(system))
  const cpu = PROCESSORS.filter((processor) => words.includes(processor))
  if (words.some((word) => /^armv\d/.test(word))) cpu.push('arm')
  return {
    version: version.replace(/^[\^~]/, ''),
    ...(dev && { dev }),
    optional: true,
    ...(os.length && { os }),
    ...(cpu.length && { cpu }),
  }
}
