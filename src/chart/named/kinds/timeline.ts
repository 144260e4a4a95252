import type { JsonObject } from '../../spec/json/json.ts'
import { breakWords, getStartDate, readRemarks, wordFaults } from '../beside/remarks.ts'
import type { CallFault, ChartRequest, NamedChart } from '../types.ts'

/** `chart:timeline`: events at their places in time, with their words above and below a line. */
export const timeline: NamedChart = {
  purpose: 'events at their places in time: events="2016: First count; 2020-03: Doors shut"',
  options: { events: { type: 'text' } },
  needsFigures: false,
  check: eventFaults,
  toSpec: (request) => {
    const events = placeEvents(request)
    const x = { field: 'date', type: 'temporal', axis: null, scale: { padding: { expr: 'labelSize * 4' } } }
    const middle = { value: { expr: 'height / 2' } }
    return {
      description: events.map(({ when, words }) => `${when}: ${words.join(' ')}`).join('; '),
      data: { values: events.map(({ date, level }) => ({ date, level })) },
      encoding: { x },
      layer: [
        {
          mark: { type: 'rule', color: { expr: 'rule' }, strokeWidth: 2 },
          encoding: { x: { value: 0 }, x2: { value: { expr: 'width' } }, y: middle },
        },
        ...events.flatMap((event) => eventLayers(event, awayOf(event, events), typeSize(events))),
        {
          mark: { type: 'point', color: { expr: 'accent' }, size: { expr: 'pointSize * 2' } },
          encoding: { y: middle },
        },
      ],
    }
  },
}

/** Below these there is no order to see, above these no room. */
const counts = { least: 2, most: 12 }

function eventFaults({ options }: ChartRequest): CallFault[] {
  const events = readRemarks(options.events)
  const undated = events.filter(({ at }) => Number.isNaN(getStartDate(at)))
  const expected = `events="2016: words; 2020-03: words", ${counts.least} to ${counts.most} of them`
  if (events.length < counts.least || events.length > counts.most)
    return [{ message: `too few or too many events: ${events.length}`, expected }]
  return [
    ...events.flatMap(wordFaults),
    ...undated.map(({ at }) => ({ message: `not a period: ${at}`, expected: '2016, 2020-03 or 2020-03-17' })),
  ]
}

interface PlacedEvent {
  date: number
  when: string
  words: string[]
  /** How far from the line, in steps: 1 and 2 above it, −1 and −2 below it. */
  level: number
}

/** Events in their order, each at the nearest level at which its words are clear of those before it. */
function placeEvents({ options, locale, medium }: ChartRequest): PlacedEvent[] {
  const events = readRemarks(options.events).toSorted((one, other) => getStartDate(one.at) - getStartDate(other.at))
  const [first, last] = [getStartDate(events[0]?.at ?? ''), getStartDate(events.at(-1)?.at ?? '')]
  // The room of a plot in letters.
  const room = medium === 'slide' ? 80 : 90
  const free = new Map<number, number>()
  return events.map(({ at, words }, index) => {
    const placed = { date: getStartDate(at), when: locale.period(at, 'short'), words: breakWords(words, 18) }
    const place = ((placed.date - first) / (last - first || 1)) * room
    const half = Math.max(placed.when.length, ...placed.words.map(({ length }) => length)) / 2 + 1
    // Above and below by turns, where there is room.
    const near = index % 2 === 0 ? 1 : -1
    const level =
      [near, -near, 2 * near, -2 * near].find((one) => (free.get(one) ?? Number.NEGATIVE_INFINITY) <= place - half) ?? 1
    free.set(level, place + half)
    return { ...placed, level }
  })
}

/** From one line of an event's words to the next, in sizes of their type. */
const leading = 1.2

function getLines({ words }: PlacedEvent): number {
  return words.length + 1
}

/** The distance of an event's words from the line, in type sizes: the second level clears those of the first. */
function awayOf({ level }: PlacedEvent, events: readonly PlacedEvent[]): number {
  const nearer = events.filter((one) => one.level * 2 === level).map(getLines)
  return nearer.length > 0 ? 2.4 + Math.max(...nearer) * leading : 1.6
}

/** As large as the height allows, and no larger than words beside a chart. */
function typeSize(events: readonly PlacedEvent[]): string {
  const reach = Math.max(...events.map((event) => awayOf(event, events) + getLines(event) * leading))
  return `min(labelSize * 1.15, height / ${(2 * (reach + 0.3)).toFixed(2)})`
}

/** The line from an event to its words, when in bold, and what. */
function eventLayers({ date, when, words, level }: PlacedEvent, away: number, size: string): JsonObject[] {
  const isAbove = level > 0
  const block = words.length + 1
  const end = `height / 2 ${isAbove ? '-' : '+'} ${away.toFixed(2)} * ${size}`
  const line = (index: number) =>
    `${end} ${isAbove ? `- ${block - 1 - index}` : `+ ${index + 1}`} * ${size} * ${leading}`
  const data = { values: [{ date }] }
  const text = (words: string, index: number, style: JsonObject) => ({
    data,
    mark: {
      type: 'text',
      text: words,
      fontSize: { expr: size },
      baseline: isAbove ? 'bottom' : 'alphabetic',
      ...style,
    },
    encoding: { y: { value: { expr: line(index) } } },
  })
  return [
    {
      data,
      mark: { type: 'rule', color: { expr: 'muted' } },
      encoding: { y: { value: { expr: 'height / 2' } }, y2: { value: { expr: end } } },
    },
    text(when, 0, { fontWeight: 'bold', color: { expr: 'accentText' } }),
    ...words.map((line, index) => text(line, index + 1, {})),
  ]
}
