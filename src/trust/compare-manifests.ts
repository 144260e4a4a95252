import type { Manifest } from './manifest.ts'

/** A difference between what lies in the out folder and what a build makes now. */
export interface OutputDifference {
  name: string
  what: 'missing' | 'differs'
  /** In words: `edited since it was built`, `data/figures.yaml changed`. */
  why: string[]
}

/** Which outputs differ from those of a build now, and why: what was edited after the build, which inputs, fonts, versions or options are others. `now.outputs` are the build's, `lying` the hashes of what is there. */
export function compareManifests(
  now: Manifest,
  then: Manifest | undefined,
  lying: ReadonlyMap<string, string>,
): OutputDifference[] {
  return Object.entries(now.outputs).flatMap(([name, made]): OutputDifference[] => {
    const there = lying.get(name)
    if (there === made) return []
    if (there === undefined) return [{ name, what: 'missing', why: [] }]
    return [{ name, what: 'differs', why: reasons(name, there, now, then) }]
  })
}

function reasons(name: string, there: string, now: Manifest, then: Manifest | undefined): string[] {
  if (!then) return ['there is no manifest.json that says what it was made of']
  const edited =
    then.outputs[name] !== undefined && then.outputs[name] !== there ? ['it was edited after it was built'] : []
  const changed = [
    ...mapDifferences(now.inputs, then.inputs),
    ...mapDifferences(now.fonts, then.fonts),
    ...mapDifferences(now.versions, then.versions, true),
    ...mapDifferences(now.asked, then.asked, true),
  ]
  const all = [...edited, ...changed]
  return all.length > 0 ? all : ['the same inputs gave other bytes: please report it']
}

type TextMap = Readonly<Record<string, string>>

/** `data/figures.yaml changed`, `templates/x added`; for versions and options with what they were. */
function mapDifferences(now: TextMap, then: TextMap, showsValues = false): string[] {
  return [...new Set([...Object.keys(now), ...Object.keys(then)])].sort().flatMap((name) => {
    const [is, was] = [now[name], then[name]]
    if (is === was) return []
    if (showsValues) return [`${name} is ${is ?? 'not given'}, was ${was ?? 'not given'}`]
    return [`${name} ${is === undefined ? 'is gone' : was === undefined ? 'is new' : 'changed'}`]
  })
}
