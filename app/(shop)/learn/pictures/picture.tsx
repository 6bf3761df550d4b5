import { MachineSvg } from '@/app/ui/state-picture-svg'
import { type Machine, OPEN_MACHINE, REFUND_MACHINE, TRADE_MACHINE } from '@/app/ui/state-picture-machines'
import { pictureWords } from '@/app/ui/picture-words'
import type { Language } from '@/lib/dictionary'
import { language } from '@/lib/language'
import { BytesPicture } from './bytes-picture'
import { Lamps } from './lamps'
import { BILL, FILES, MONEY, SETTINGS, STAIRCASE } from './tables'
import { Rows } from './rows'
import { Sequence } from './sequence'
import { NEW_SEQUENCE, OLD_SEQUENCE, THREE_PATHS } from './sequences'
import { Strip } from './strip'
import { DOORS, KNOCKS, SIEVES, TREE } from './strips'

/** Every picture of the texts, by its name. */
const PICTURES = {
  'three-paths': (spoken) => <Sequence id="three-paths" {...{ spoken, ...THREE_PATHS }} />,
  money: (spoken) => <Lamps {...{ spoken, ...MONEY }} />,
  files: (spoken) => <Rows {...{ spoken, ...FILES }} />,
  settings: (spoken) => <Rows {...{ spoken, ...SETTINGS }} />,
  bill: (spoken) => <Rows {...{ spoken, ...BILL }} />,
  bytes: (spoken) => <BytesPicture spoken={spoken} />,
  sieves: (spoken) => <Strip {...{ spoken, ...SIEVES }} />,
  staircase: (spoken) => <Lamps {...{ spoken, ...STAIRCASE }} />,
  knocks: (spoken) => <Strip {...{ spoken, ...KNOCKS }} />,
  doors: (spoken) => <Strip {...{ spoken, ...DOORS }} />,
  tree: (spoken) => <Strip {...{ spoken, ...TREE }} />,
  states: (spoken) => (
    <div className="grid gap-6 sm:grid-cols-2">
      <States
        id="trade-states"
        machine={TRADE_MACHINE}
        title={pictureWords[spoken].tradeMachine}
        spoken={spoken}
      />
      <States
        id="refund-states"
        machine={REFUND_MACHINE}
        title={pictureWords[spoken].refundMachine}
        spoken={spoken}
      />
    </div>
  ),
  'open-states': (spoken) => (
    <States
      id="open-states"
      machine={OPEN_MACHINE}
      title={pictureWords[spoken].stageMachine}
      spoken={spoken}
    />
  ),
  'old-new': (spoken) => (
    <div className="space-y-6">
      <Sequence id="old-sequence" {...{ spoken, ...OLD_SEQUENCE }} />
      <Sequence id="new-sequence" {...{ spoken, ...NEW_SEQUENCE }} />
    </div>
  ),
} satisfies Record<string, (spoken: Language) => React.ReactNode>

export const PICTURE_NAMES = Object.keys(PICTURES)
const isPicture = (name: string): name is keyof typeof PICTURES => Object.hasOwn(PICTURES, name)

/** A picture of a text. Throws where there is none of this name, which a test of the texts finds before. */
export async function Picture({ name }: { name: string }) {
  if (!isPicture(name)) throw new Error(`There is no picture ${name}`)
  return <figure className="card p-4 sm:p-5">{PICTURES[name](await language())}</figure>
}

interface StatesProps {
  id: string
  machine: Machine
  title: string
  spoken: Language
}

/** A machine without an order in it. */
const States = ({ id, machine, title, spoken }: StatesProps) => (
  <div>
    <p className="mb-2 text-sm font-medium">{title}</p>
    <MachineSvg id={id} title={title} machine={machine} path={[]} present={null} language={spoken} />
  </div>
)
