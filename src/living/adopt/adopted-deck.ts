import { basename, join } from 'node:path'
import type { BaseFigure, DeckBase } from '../../build/base/base-types.ts'
import { findBase } from '../../build/base/carry-base.ts'
import { toBaseFigure } from '../../build/base/make-base.ts'
import { readLivingDeck } from '../../build/base/read-living-deck.ts'
import { explainReference, findObservation } from '../../dataset/find.ts'
import { readDataset } from '../../dataset/read/read.ts'
import type { Dataset } from '../../dataset/types.ts'
import { type Diagnostic, errorAt, hasErrors, type Outcome } from '../../diagnostic.ts'
import { isThere } from '../../files/read-file.ts'
import { readTextInside } from '../../files/read-inside.ts'
import { sha256 } from '../../files/sha256.ts'
import { type SourceText, withExcerpt } from '../../files/source-text.ts'
import { type OpenedPackage, openPackage } from '../../opc/open-package.ts'
import { toAdoptedBase } from './adopted-base.ts'
import { placeLines } from './place-lines.ts'
import { readMapping } from './read-mapping.ts'
import type { Mapping } from './types.ts'

/** Where the mapping of a deck stands, relative to the report folder. */
export function mappingName(deck: string): string {
  return `adopted/${basename(deck).replace(/\.\w+$/, '')}.yaml`
}

/**
 * The base of a deck that no build made, by its mapping; undefined without diagnostics where it is none that was
 * adopted. What the deck carries since an
 * earlier refresh stands, unless a person has corrected the mapping since.
 */
export function findAdopted(
  file: string,
  bytes: Uint8Array,
  folder: string,
): Outcome<{ base: DeckBase; dataset: Dataset }> {
  const none = { value: undefined, diagnostics: [] }
  const opened = openPackage(bytes)
  const carried = findBase(opened)?.base
  const name = mappingName(file)
  const isMapped = isThere(join(folder, name))
  if (carried ? carried.adopted === undefined : !isMapped) return none
  const { value: dataset, diagnostics: faults } = readDataset(folder)
  if (!dataset) return { value: undefined, diagnostics: faults }
  const { value: source, diagnostics: unread } = isMapped ? readTextInside(folder, name) : none
  if (carried && (!source || carried.adopted === getHash(source)))
    return { value: { base: carried, dataset }, diagnostics: [...faults, ...unread] }
  if (!source) return { value: undefined, diagnostics: [...faults, ...unread] }
  const { value: base, diagnostics } = mappedBase(source, opened, dataset)
  return { value: base && { base, dataset }, diagnostics: [...faults, ...unread, ...diagnostics] }
}

function getHash({ text }: SourceText): string {
  return sha256(text).slice(0, 16)
}

/** The base that a mapping makes of a deck; each line that cannot be right is an error at its place. */
export function mappedBase(source: SourceText, opened: OpenedPackage, dataset: Dataset): Outcome<DeckBase> {
  const { value: mapping, diagnostics } = readMapping(source)
  if (!mapping) return { value: undefined, diagnostics }
  const known = knownFigures(mapping, dataset)
  const unknown = mapping.lines.flatMap(({ is, at }): Diagnostic[] => {
    if (typeof is !== 'string' || is.startsWith('@') || known[is]) return []
    const { message, hint } = explainReference(dataset, is)
    return [errorAt(at, message, { hint })]
  })
  const lines = mapping.lines.filter(({ is }) => typeof is !== 'string' || is.startsWith('@') || known[is])
  const placed = placeLines({ ...mapping, lines }, readLivingDeck(opened), (key) => known[key])
  const all = [...unknown, ...placed.diagnostics].map((one) => withExcerpt(one, source))
  if (hasErrors(all)) return { value: undefined, diagnostics: all }
  const id = { id: dataset.report.id, adopted: getHash(source) }
  return { value: toAdoptedBase(placed.ties, mapping, known, id), diagnostics: all }
}

/** The referenced figures as they were: by the mapping, else by the dataset. */
function knownFigures({ lines, figures }: Mapping, dataset: Dataset): Record<string, BaseFigure> {
  const keys = [...new Set(lines.flatMap(({ is }) => (typeof is === 'string' ? [is] : [])))]
  return Object.fromEntries(
    keys.flatMap((key): [string, BaseFigure][] => {
      const given = Object.hasOwn(figures, key) ? figures[key] : undefined
      const observation = given ? undefined : findObservation(dataset, key)
      const figure = given ?? (observation && toBaseFigure(observation))
      return figure ? [[key, figure]] : []
    }),
  )
}
