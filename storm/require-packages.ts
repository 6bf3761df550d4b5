import { existsSync } from 'node:fs'
import { installPackages } from '../scripts/apt.js'
import { serverBinaries } from '../scripts/postgres.js'
import { say } from '../scripts/say.js'

/** The programs of the cluster, where Debian has them, by package. */
const PROGRAMS = {
  patroni: '/usr/bin/patroni',
  'etcd-server': '/usr/bin/etcd',
  haproxy: '/usr/sbin/haproxy',
  pgbouncer: '/usr/sbin/pgbouncer',
  'nginx-light': '/usr/sbin/nginx',
}

const missing = () => [
  ...(serverBinaries() ? [] : ['postgresql']),
  ...Object.entries(PROGRAMS).flatMap(([name, path]) => (existsSync(path) ? [] : [name])),
]

/** Returns the folder of PostgreSQL's programs. Throws a sentence that says what to install, where that cannot be done here. */
export function requirePackages(): string {
  if (missing().length > 0) installPackages(...missing())
  const binaries = serverBinaries()
  if (missing().length > 0 || !binaries)
    throw new Error(
      say(
        `集群要用的软件包没有装齐，用 root 运行：apt-get install ${missing().join(' ')}（Debian 12 或更新的）`,
        `Packages that the cluster needs are missing; as root: apt-get install ${missing().join(' ')} (Debian 12 or newer)`,
      ),
    )
  return binaries
}
