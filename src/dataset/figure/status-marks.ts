import type { LocalText, Observation, Status } from '../types.ts'

/** A status that a mark may tell: `[p]` provisional. */
export type MarkedStatus = Exclude<Status, 'stated'>

/** How the figures of a document are marked. */
export interface Marking {
  /** The letters of each status: `p` prints `[p]`. Empty: no mark. */
  letters: Readonly<Record<MarkedStatus, string>>
  /** Keys of the figures that were others in an earlier version: revised, whatever their status says. */
  revised: ReadonlySet<string>
}

/** The letters of a theme's marks in a language, and the figures that were revised since an earlier version. */
export function toMarking(
  marks: Readonly<Record<MarkedStatus, string | LocalText>>,
  text: (text: LocalText) => string,
  revised: Iterable<string> = [],
): Marking {
  const letter = (mark: string | LocalText): string => (typeof mark === 'string' ? mark : text(mark))
  return {
    letters: Object.fromEntries(order.map((status) => [status, letter(marks[status])])) as Marking['letters'],
    revised: new Set(revised),
  }
}

/** In the order in which they are said. */
const order = ['provisional', 'estimated', 'forecast', 'revised', 'derived'] as const

/** What a figure is marked as; nothing for most. */
export function markedStatuses(
  { key, status }: Pick<Observation, 'key' | 'status'>,
  { letters, revised }: Marking,
): MarkedStatus[] {
  return order.filter(
    (marked) => letters[marked] !== '' && (marked === status || (marked === 'revised' && revised.has(key))),
  )
}

/** The mark of statuses, `[p]`; `[p, r]` for a provisional figure that was revised; empty for none. */
export function sayMark(statuses: readonly MarkedStatus[], { letters }: Marking): string {
  return statuses.length === 0 ? '' : `[${statuses.map((status) => letters[status]).join(', ')}]`
}

/** The mark printed after an observation's number in text, tables, cards and charts. Empty for most. */
export function statusMark(observation: Pick<Observation, 'key' | 'status'>, marking: Marking): string {
  return sayMark(markedStatuses(observation, marking), marking)
}

/** The statuses, each once, in the order in which they are said. */
export function orderStatuses(statuses: Iterable<MarkedStatus>): MarkedStatus[] {
  const all = new Set(statuses)
  return order.filter((status) => all.has(status))
}
