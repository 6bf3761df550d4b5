import next from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

/** The rooms of the shop's lib, ground floor first. A room imports from floors below its own, never from a neighbour. */
const FLOORS = [
  ['alipay'],
  ['mail'],
  ['accounts', 'addresses', 'catalog'],
  ['orders'],
  ['gateway'],
  ['messages'],
  ['payments'],
  ['checkout'],
  ['doctor'],
]

/** The rooms of lib/sandbox in the same way. The files beside them stand below, but for those that start and drive them. */
const SANDBOX_FLOORS = [['merchants'], ['faults'], ['delivery'], ['trade'], ['requests']]

/** @param {string} house @param {string[][]} floors */
const wallsOf = (house, floors) =>
  floors
    .flatMap((rooms, floor) =>
      rooms.map((room) => ({
        target: `${house}/${room}`,
        from: floors
          .slice(floor)
          .flat()
          .filter((other) => other !== room)
          .map((other) => `${house}/${other}`),
      })),
    )
    .filter(({ from }) => from.length > 0)

/** The walls between the floors. A test may prove its file from any floor. */
const floorWalls = [
  ...wallsOf('./lib', FLOORS),
  ...wallsOf('./lib/sandbox', SANDBOX_FLOORS),
  {
    target: './lib/sandbox/!(open-sandbox|scheduler).ts',
    from: SANDBOX_FLOORS.flat().map((room) => `./lib/sandbox/${room}`),
  },
  { target: './lib/gateway', from: './lib/db.ts' },
]

/** The other walls, for tests as well: who (target) may not import from where. */
const walls = [
  { target: './lib/alipay', from: './lib', except: ['./alipay'] },
  { target: './lib/alipay', from: './generated' },
  { target: './lib', from: './app' },
  { target: ['./lib/!(sandbox)/**/*', './lib/*'], from: ['./lib/sandbox', './generated/sandbox'] },
  { target: ['./app/!(sandbox)/**/*', './app/*'], from: ['./lib/sandbox', './lib/db.ts', './app/sandbox'] },
  { target: './app', from: './generated' },
  {
    target: ['./app/sandbox', './lib/sandbox'],
    from: './lib',
    except: [
      './alipay',
      './dictionary.ts',
      './language.ts',
      './page-status.ts',
      './sandbox',
      './prisma-adapter.ts',
      './raw-target.ts',
      './read-form.ts',
      './remember.ts',
      './same-origin.ts',
      './see-other.ts',
    ],
  },
  { target: './app/sandbox', from: './app', except: ['./sandbox'] },
  { target: './lib/sandbox', from: './generated/shop' },
  { target: ['./e2e', './scenarios'], from: ['./app', './generated'] },
  {
    target: ['./e2e', './scenarios'],
    from: './lib',
    except: ['./alipay', './catalog/testing', './mail/testing'],
  },
]

/** Packages that have no business in a room. @param {string} room @param {string[]} packages */
const without = (room, packages) => ({
  files: [`${room}/**/*.ts`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: packages.flatMap((name) => [name, `${name}/*`]), message: 'See the rooms in README.md.' },
        ],
      },
    ],
  },
})

const config = [
  { ignores: ['.next/**', 'generated/**', 'data/**', 'next-env.d.ts'] },
  ...next,
  ...typescript,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      'import/no-restricted-paths': ['error', { zones: [...walls, ...floorWalls] }],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "ExpressionStatement[directive='use server']",
          message:
            'The id of a Server Action dies with its build: answer forms by postRoute (app/forms/post-route.ts).',
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: { 'import/no-restricted-paths': ['error', { zones: walls }] },
  },
  without('lib/alipay', ['next', 'react', 'react-dom', 'prisma', '@prisma', 'pg', 'pino', 'zod']),
  ...FLOORS.slice(1)
    .flat()
    .map((room) => without(`lib/${room}`, ['next'])),
  {
    files: ['{app,lib}/**/*.{ts,tsx}'],
    ignores: ['lib/env.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read and checked in lib/env.ts.' },
      ],
    },
  },
]

export default config
