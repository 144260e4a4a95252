import type { Words } from '../words/words.ts'
import { englishDescriptions } from './describe.ts'
import { englishMovements } from './movements.ts'
import { englishDates } from './sheet-dates.ts'
import { englishTexts } from './texts.ts'

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
  movements: englishMovements,
  descriptions: englishDescriptions,
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
