import { isMap, isScalar, isSeq } from 'yaml'
import type { Dataset } from '../dataset/types.ts'
import type { Place } from '../diagnostic.ts'
import { applyEdits, type TextEdit } from '../edit/text-edit.ts'
import { openYaml } from '../edit/yaml-edits.ts'
import type { Todo } from './edition-todo.ts'
import type { EditionDates } from './move-formulas.ts'

/** The files with the period of the present edition behind each figure that `absent:` names without one: the next edition may have it. */
export function dateAbsences({ report }: Dataset, texts: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...texts].map(([path, text]) => {
      const absent = path.endsWith('.yaml') ? openYaml(text).document.get('absent') : undefined
      const lists = isMap(absent) ? absent.items.flatMap(({ value }) => (isSeq(value) ? value.items : [])) : []
      const edits = lists.flatMap((item): TextEdit[] => {
        const end = isScalar(item) && !String(item.value).includes('@') ? item.range?.[1] : undefined
        const at = (end ?? 0) - (/["']/.test(text[(end ?? 0) - 1] ?? '') ? 1 : 0)
        return end === undefined ? [] : [{ start: at, end: at, text: `@${report.period}` }]
      })
      return [path, applyEdits(text, edits)]
    }),
  )
}

/** What is absent of the present edition, and whether the next one lacks it too. */
export function absencesToReread({ report, absences, otherwise }: Dataset, { period }: EditionDates): Todo[] {
  const named = [...absences.values()].filter((one) => one.period === report.period && one.measure === 'value')
  const todo = (place: Place, what: string): Todo => ({ place, what, lines: [] })
  const forgets = `others holds for ${period} too; delete it, or what is forgotten is left out`
  return [
    ...(otherwise ? [todo(otherwise.place, `absent: ${otherwise.reason}: ${forgets}`)] : []),
    ...named.map(({ place, series, reason }) =>
      todo(place, `${series} is absent in ${report.period} (${reason}); where it is in ${period} too, say it again`),
    ),
  ]
}
