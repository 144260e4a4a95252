import { escapePattern } from '../../../files/escape-pattern.ts'
import { normalizedText } from '../../../trust/verify/mention-key.ts'
import { isSlideGone, type RefreshEntry, type Refreshing, toSettle } from '../types.ts'
import { isShown } from './match-texts.ts'

/** A name that the report gave to something, and what it calls that now; undefined where it has it no more. */
interface FormerName {
  name: string
  now: string | undefined
}

/** People's own words that call something by a name which the report gave it and gives it no more. */
export function formerNames(refreshing: Refreshing, changed: readonly RefreshEntry[]): RefreshEntry[] {
  const { theirs, ours } = refreshing
  const gone = getFormerNames(refreshing)
  if (gone.length === 0) return []
  const said = new Map(changed.map(({ slide, before, after }) => [`${slide} ${before}`, after]))
  const cells = ours.tables.flatMap(({ rows }) => rows.flat())
  const printed = new Set([...ours.texts, ...cells].map(({ text }) => normalizedText(text)))
  const ownCells = theirs.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  const texts = theirs.texts.filter((text) => isShown(text) && text.kind !== 'chart')
  return [...texts, ...ownCells].flatMap((text) => {
    const words = normalizedText(said.get(`${text.slide} ${text.text}`) ?? text.text)
    if (printed.has(words) || isSlideGone(text.slide, refreshing)) return []
    return gone.flatMap(({ name, now }) => {
      const stands = find(name, words)
      if (stands === undefined || (now !== undefined && find(now, words) !== undefined)) return []
      const is = now === undefined ? 'is not in the report any more' : `is called ${now} in the report now`
      return [toSettle(text, `“${stands}” ${is}`, words)]
    })
  })
}

function getFormerNames({ base, ours }: Pick<Refreshing, 'base' | 'ours'>): FormerName[] {
  const present = new Set(Object.values(ours.names ?? {}).flat())
  const former = Object.entries(base.names ?? {}).flatMap(([id, names]) =>
    names.map((name, index): FormerName => ({ name, now: ours.names?.[id]?.[index] ?? ours.names?.[id]?.[0] })),
  )
  const gone = former.filter(({ name }) => !present.has(name))
  return gone.filter(({ name }, index) => gone.findIndex((one) => one.name === name) === index)
}

/** A name as it stands in a text; one of a single word, which may be any word, only with its capital. */
function find(name: string, text: string): string | undefined {
  const [before, behind] = /\p{Script=Han}/u.test(name) ? ['', ''] : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])']
  return new RegExp(`${before}${escapePattern(name)}${behind}`, name.includes(' ') ? 'iu' : 'u').exec(text)?.[0]
}
