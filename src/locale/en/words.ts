import { twoDigits } from '../../dataset/figure/period.ts'
import { latinPhrases } from '../words/describe-words.ts'
import type { Forms } from '../words/movement-words.ts'
import type { DateFormat, Words } from '../words/words.ts'
import { englishMonths } from './months.ts'
import { englishTexts } from './texts.ts'

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
/** Dates with English names, which wear the mark of the language (409), so that they are the same on every machine. */
const englishDates: readonly DateFormat[] = [
  ['[$-409]mmm yyyy', (date) => `${short(month(date))} ${date.getUTCFullYear()}`],
  ['[$-409]mmmm yyyy', (date) => `${month(date)} ${date.getUTCFullYear()}`],
  ['[$-409]mmm', (date) => short(month(date))],
  ['[$-409]mmmm', month],
  ['[$-409]mmm dd', (date) => `${short(month(date))} ${twoDigits(date.getUTCDate())}`],
  ['[$-409]mmm d', (date) => `${short(month(date))} ${date.getUTCDate()}`],
  ['[$-409]mmm dd, yyyy', (date) => `${short(month(date))} ${twoDigits(date.getUTCDate())}, ${date.getUTCFullYear()}`],
  ['[$-409]d mmm', (date) => `${date.getUTCDate()} ${short(month(date))}`],
  ['[$-409]d mmm yyyy', (date) => `${date.getUTCDate()} ${short(month(date))} ${date.getUTCFullYear()}`],
  ['[$-409]hh AM/PM', (date) => `${twoDigits(halfDayHour(date))} ${halfOfDay(date)}`],
  ['[$-409]h AM/PM', (date) => `${halfDayHour(date)} ${halfOfDay(date)}`],
  ['[$-409]h:mm AM/PM', (date) => `${halfDayHour(date)}:${twoDigits(date.getUTCMinutes())} ${halfOfDay(date)}`],
  [
    '[$-409]hh:mm AM/PM',
    (date) => `${twoDigits(halfDayHour(date))}:${twoDigits(date.getUTCMinutes())} ${halfOfDay(date)}`,
  ],
  ['[$-409]ddd', (date) => short(days[date.getUTCDay()] ?? '')],
]

/** What is said in English whatever the report. */
export const englishWords: Words = {
  ...englishTexts,
  absent: {
    'not stated': 'not stated',
    suppressed: 'suppressed to protect confidentiality',
    'not applicable': 'not applicable',
    'too small': 'too small to be shown',
    later: 'to be published later',
  },
  charts: {
    sizeScale: '(scale of sizes)',
    restOfCircle: '(rest of the circle)',
    roomBelow: (name) => `room below ${name}`,
    time: undefined,
    dates: englishDates,
    sheetLocale: '',
    sheetYear: 'yyyy',
    sheetMonth: '[$-409]mmm yyyy',
  },
  movements: {
    verbs: {
      rise: [verb('rose', 'rises', 'rise', 'risen', 'rising'), verb('fell', 'falls', 'fall', 'fallen', 'falling')],
      grow: [
        verb('grew', 'grows', 'grow', 'grown', 'growing'),
        verb('shrank', 'shrinks', 'shrink', 'shrunk', 'shrinking'),
      ],
      increase: [regular('increase'), regular('decrease')],
      widen: [regular('widen'), regular('narrow')],
      climb: [regular('climb'), verb('dropped', 'drops', 'drop', 'dropped', 'dropping')],
    },
    unchanged: {
      past: ['was unchanged', 'were unchanged'],
      present: ['is unchanged', 'are unchanged'],
      perfect: ['has not changed', 'have not changed'],
      ing: 'unchanged',
    },
  },
  descriptions: {
    ...latinPhrases,
    kinds: {
      line: 'Line chart',
      area: 'Area chart',
      column: 'Column chart',
      bar: 'Bar chart',
      dot: 'Dot chart',
      pie: 'Pie chart',
      other: 'Chart',
    },
    of: (kind, subject) => `${kind} of ${subject}`,
    span: (from, to) => (from === to ? from : `${from} to ${to}`),
    measure: (measure, subject) =>
      ({ value: subject, change: `the change in ${subject}`, rate: `the growth of ${subject}` })[measure],
    measured: { change: 'change', rate: 'growth rates' },
    shareOf: (denominator) => `per cent of ${denominator}`,
    fromTo: (from, to) => `from ${from} to ${to}`,
    course: (ends, course) =>
      `${ends}, ${{ rising: 'rising throughout', up: 'up overall', falling: 'falling throughout', down: 'down overall', flat: 'little changed' }[course]}`,
    lowest: (value, period) => `lowest ${value} in ${period}`,
    highest: (value, period) => `highest ${value} in ${period}`,
    at: (value, period) => `${value} in ${period}`,
    ranking: (count, largest, smallest) => `${count} items, from ${largest}, down to ${smallest}`,
  },
  revisions: {
    title: 'What changed',
    figure: 'Figure',
    before: 'Before',
    now: 'Now',
    earlier: (edition) => (edition ? `the ${edition} report` : 'the version before'),
    since: (earlier) => `Figures revised since ${earlier}`,
    none: 'No figure was revised.',
    added: (count) => (count === 1 ? 'One figure is new.' : `${count} figures are new.`),
    dropped: (count) => (count === 1 ? 'One figure is no longer there.' : `${count} figures are no longer there.`),
    implied: (what, implied, printed) =>
      `${what}: the change stated now implies ${implied}; ${printed} was printed then. The source has revised it without saying so.`,
  },
}

function verb(past: string, singular: string, plural: string, participle: string, ing: string): Forms {
  return { past, present: [singular, plural], perfect: [`has ${participle}`, `have ${participle}`], ing }
}

function regular(stem: string): Forms {
  const past = stem.endsWith('e') ? `${stem}d` : `${stem}ed`
  return verb(past, `${stem}s`, stem, past, `${stem.replace(/e$/, '')}ing`)
}

function month(date: Date): string {
  return englishMonths[date.getUTCMonth()] ?? ''
}

function halfDayHour(date: Date): number {
  return date.getUTCHours() % 12 || 12
}

function halfOfDay(date: Date): 'AM' | 'PM' {
  return date.getUTCHours() < 12 ? 'AM' : 'PM'
}

function short(name: string): string {
  return name.slice(0, 3)
}
