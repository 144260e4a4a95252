import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findObservation } from '../../src/dataset/find.ts'
import { parseDataset } from '../../src/dataset/read/read.ts'
import { hasErrors } from '../../src/diagnostic.ts'
import { fillTemplate } from '../../src/document/template/fill.ts'
import type { DatasetFile } from '../../src/files/source-text.ts'
import { getLocale } from '../../src/locale/get-locale.ts'
import { createMemory } from '../../src/memory/memory.ts'
import { articleFigures } from '../article-figures.ts'
import { internet } from '../fixtures.ts'
import { getMutants, type Kind, kinds, type Mutant } from './mutants.ts'

const folder = `${internet}/`
const names = readdirSync(`${folder}data`).filter((name) => /\.(yaml|csv)$/.test(name))
const texts = new Map(names.sort().map((name) => [`data/${name}`, readFileSync(`${folder}data/${name}`, 'utf8')]))
const templates = ['deck', 'briefing'].map((kind) => {
  const file = `templates/${kind}.md.hbs`
  return { file, text: readFileSync(folder + file, 'utf8') }
})

/** The files that a mutant leaves as they are, which are all but one, are read once. */
const memory = createMemory()

/** What finds a mutant: reading and checking the data, or filling the templates with their claims; undefined where neither does. */
function finder(mutant: Mutant | undefined): 'check' | 'claims' | undefined {
  const files = [...texts].map(
    ([path, text]): DatasetFile => ({ path, bytes: Buffer.from(mutate(path, text, mutant)) }),
  )
  const { value: dataset, diagnostics } = parseDataset(files, memory)
  memory.settle(true)
  if (!dataset || diagnostics.length > 0) return 'check'
  const locale = getLocale('en', 'en')
  const isTold = templates.some((template) =>
    hasErrors(fillTemplate({ template, partials: new Map(), dataset, locale }).diagnostics),
  )
  return isTold ? 'claims' : undefined
}

function mutate(path: string, text: string, mutant: Mutant | undefined): string {
  if (mutant?.file !== path) return text
  const lines = text.split('\n')
  const line = lines[mutant.line - 1] ?? ''
  return lines.with(mutant.line - 1, line.replace(mutant.before, mutant.after)).join('\n')
}

/** All mutants of the 26 figures of the article. */
function allMutants(): Mutant[] {
  const { value } = parseDataset([...texts].map(([path, text]) => ({ path, bytes: Buffer.from(text) })))
  return articleFigures.flatMap((reference) => {
    const observation = value && findObservation(value, reference)
    if (!observation) throw new Error(`no observation: ${reference}`)
    const lines = (texts.get(observation.place.file) ?? '').split('\n')
    return getMutants(observation, lines, observation.place.line)
  })
}

test('the report itself is free of troubles', () => {
  expect(finder(undefined)).toBeUndefined()
})

test('the share of mutants of each kind that checks and claims find, without the source text', {
  timeout: 300_000,
}, () => {
  const found = allMutants().map((mutant) => ({ ...mutant, by: finder(mutant) }))
  const shares = Object.fromEntries(
    kinds.map((kind: Kind) => {
      const all = found.filter((mutant) => mutant.kind === kind)
      return [kind, all.filter(({ by }) => by !== undefined).length / all.length]
    }),
  )
  if (process.env.MUTANTS) tellMutants(found)
  for (const kind of kinds) expect(`${kind} ${atLeast(shares[kind] ?? 0, floors[kind])}`).toBe(`${kind} found`)
})

/** Shares that were reached; one that falls says that a check or a claim was lost. */
const floors: Record<Kind, number> = {
  'digits transposed': 0.8,
  sign: 1,
  unit: 1,
  precision: 0.06,
  'factor of ten': 0.89,
  qualifier: 0.61,
  period: 0.99,
}

function atLeast(share: number, floor: number): string {
  return share >= floor ? 'found' : `found less often: ${share.toFixed(3)}, before ${floor}`
}

/** MUTANTS=1 prints what finds how many, and those that nothing finds. */
function tellMutants(found: readonly (Mutant & { by: ReturnType<typeof finder> })[]): void {
  for (const kind of kinds) {
    const all = found.filter((mutant) => mutant.kind === kind)
    const count = (by: string | undefined) => all.filter((mutant) => mutant.by === by).length
    console.log(
      `${kind}: ${all.length} mutants, check ${count('check')}, claims ${count('claims')}, missed ${count(undefined)}`,
    )
  }
  for (const { by, kind, key, before, after } of found)
    if (!by) console.log(`missed ${kind}: ${key} ${before} → ${after}`)
}
