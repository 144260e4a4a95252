import { scaleNames } from '../dataset/figure/unit/scales.ts'
import { groupBy } from '../dataset/group-by.ts'
import type { Observation } from '../dataset/types.ts'
import { type Diagnostic, errorAt } from '../diagnostic.ts'
import type { DatasetFile } from '../files/source-text.ts'
import { readNumbers } from '../trust/numbers/numbers-in-text.ts'
import { writtenValue } from '../trust/numbers/written-value.ts'
import { replaceWritten, withUnit } from '../trust/replace-written.ts'
import { directionBefore } from '../trust/verify/direction.ts'
import { normalizedText } from '../trust/verify/mention-key.ts'
import type { Finding } from '../trust/verify/verification.ts'

/** A value that the dataset is to have. */
export interface Acceptance {
  observation: Observation
  /** As the dataset writes it: `1.1 billion`. */
  written: string
}

/** A finding with the language of its file. */
export type ReadFinding = Finding & { language: string }

/** What edits ask of the dataset; errors for those of derived figures, a chart's data, or one figure in two ways. */
export function planAcceptances(findings: readonly ReadFinding[]): { accepted: Acceptance[]; refused: Diagnostic[] } {
  const changed = findings.filter(({ verdict, observation }) => verdict === 'changed' && observation)
  const groups = groupBy(changed, ({ observation }) => observation?.key ?? '')
  const plans = [...groups.values()].map(planOne)
  return {
    accepted: plans.flatMap((plan) => ('written' in plan ? [plan] : [])),
    refused: plans.flatMap((plan) => ('severity' in plan ? [plan] : [])),
  }
}

function planOne(findings: readonly ReadFinding[]): Acceptance | Diagnostic {
  const [first] = findings
  const observation = first?.observation
  const refuse = (message: string, hint?: string): Diagnostic =>
    errorAt(observation?.place, `not accepted: ${first?.printed ?? ''} for ${observation?.key ?? ''}: ${message}`, {
      hint,
    })
  if (!observation) return refuse('it is no figure of the dataset')
  if (observation.status === 'derived')
    return refuse('it is worked out from others', `change what it is computed from: ${observation.inputs.join(', ')}`)
  const written = new Set(findings.map((finding) => writtenBy(finding, observation)))
  const [value] = written
  if (written.has(undefined) || value === undefined)
    return refuse('it cannot be written as the dataset has it', 'change the value by hand')
  if (written.size > 1) return refuse(`it was edited in ${written.size} ways: ${[...written].join(', ')}`)
  return { observation, written: value }
}

/** The edited number as the dataset writes it; undefined for a chart's data, another unit, or an unnamed scale. */
function writtenBy(
  { mention, was, context, language }: ReadFinding,
  { quantity, measure }: Observation,
): string | undefined {
  const former = readNumbers(was ?? '', language).find((one) => one.kind === 'number')
  if (mention?.kind !== 'number' || former?.kind !== 'number' || mention.unit !== former.unit) return undefined
  const turned = directionBefore(context, context.indexOf(normalizedText(mention.text)))
  const isFall = measure !== 'value' && (turned === '' ? quantity.value.isNegative() : turned === 'down')
  const value = writtenValue(mention, isFall || mention.value.isNegative())
  if (former.value.isZero() || former.scale !== 0 || mention.scale !== 0 || mention.unit) return value
  // A table's head may name the scale: 1,067 under `million`.
  const power = Math.round(quantity.value.abs().div(former.value.abs()).log(10).toNumber())
  const scale = scaleNames.get(power)
  return scale === undefined ? undefined : `${value}${scale}`
}

/** A dataset's files with the accepted values, all else unchanged; and an error for each place that is not found. */
export function applyAcceptances(
  files: readonly DatasetFile[],
  accepted: readonly Acceptance[],
): { files: DatasetFile[]; applied: Acceptance[]; refused: Diagnostic[] } {
  const refused: Diagnostic[] = []
  const applied: Acceptance[] = []
  const changed = files.map((file) => {
    // From the end, so that places before stay where they are.
    const here = accepted
      .filter(({ observation }) => observation.place.file === file.path)
      .sort(
        (a, b) =>
          b.observation.place.line - a.observation.place.line ||
          b.observation.place.column - a.observation.place.column,
      )
    return here.reduce((before, acceptance) => {
      const { observation, written } = acceptance
      const after = replaceWritten(before, observation.place, withUnit(before, observation.place, written))
      if (after) applied.push(acceptance)
      else refused.push(errorAt(observation.place, `not accepted: ${observation.key}: its value was not found`))
      return after ?? before
    }, file)
  })
  return { files: changed, applied, refused }
}
