import { parseEnv } from '../env'
import { examine } from './examine'
import { exitCode } from './line'
import { type Language, report } from './report'

/** The doctor at the command line (scripts/doctor.js). */
export async function diagnose(source: Record<string, string | undefined>, language: Language) {
  const sections = await examine(() => parseEnv(source))
  return { text: report(sections, language), code: exitCode(sections) }
}
