import { boundingWords } from '../../dataset/figure/bounding-words.ts'
import { bareYear, daysBefore, type NumberWords, year } from '../numbers/number-words.ts'
import { countFrom, createSpoken } from '../numbers/spoken-words.ts'
import { austrianMonths, austrianShortMonths, germanMonths, germanShortMonths } from './months.ts'

/** From none to twenty. */
export const germanCardinals: readonly string[] =
  'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig'.split(
    ' ',
  )

const month =
  '(?:J[aä]n(?:uar|ner|\\.)|Feb(?:ruar|\\.)|März|Apr(?:il|\\.)|Mai|Jun[i.]|Jul[i.]|Aug(?:ust|\\.)|Sept?(?:ember|\\.)|Okt(?:ober|\\.)|Nov(?:ember|\\.)|Dez(?:ember|\\.))'
const counting = /^ [A-ZÄÖÜ][a-zäöüß]{2,}/
const scaleWords = 'Hundert|Tausend|Tsd\\.|Million(?:en)?|Milliarden?|Billion(?:en)?|Mio\\.?|Mrd\\.?|Bio\\.?'
const scales = {
  ...{ hundert: 2, tausend: 3, million: 6, millionen: 6 },
  ...{ milliarde: 9, milliarden: 9, billion: 12, billionen: 12 },
}

const ones = ['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun']
const tens = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig']
/** Twenty to ninety-nine, and hundreds and thousands: `fünfundzwanzig`, `dreihundert`. */
const compounds = Object.fromEntries([
  ...tens.flatMap((ten, at) => [
    [ten, (at + 2) * 10] as const,
    ...ones.map((one, index) => [`${one}und${ten}`, (at + 2) * 10 + index + 1] as const),
  ]),
  ...ones.flatMap((one, index) => [
    [`${one}hundert`, (index + 1) * 100] as const,
    [`${one}tausend`, (index + 1) * 1000] as const,
  ]),
])

/** Numbers in German: 1.092.000,5, Milliarde for 10^9 and Billion for 10^12. */
export const germanNumbers: NumberWords = {
  notation: { decimal: ',', group: '.', leastGrouped: 4 },
  otherGroups: '’ ',
  alongside: [],
  bounds: boundingWords.de,
  scale: `\\s?(?:${scaleWords})(?![a-zäöüß])`,
  powers: { ...scales, 'tsd.': 3, mio: 6, 'mio.': 6, mrd: 9, 'mrd.': 9, bio: 12, 'bio.': 12 },
  points: '\\s?(?:(?:Prozent|Basis)punkten?|Prozentpunkts?|PP|Pp\\.)(?![a-zäöüß])',
  percent: '[\\s-]?(?:%|Prozent(?![a-zäöüß]))',
  dates: [
    `${daysBefore('\\d{1,2}\\.', 'und|bis|oder')}\\d{1,2}\\. ?${month}(?: ${year})?`,
    `${month} ${year}`,
    `(?:[1-4]\\.|erste[snm]?|zweite[snm]?|dritte[snm]?|vierte[snm]?) (?:Quartal|Halbjahr|Vierteljahr)e?s?(?: ${year})?`,
    `[QH][1-4]/? ?${year}`,
    '\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d\\d)?(?!\\d)',
    '\\d{1,2}(?:[.:]\\d\\d)?(?: (?:bis|und) \\d{1,2}(?:[.:]\\d\\d)?)? Uhr',
    '(?:KW|Kalenderwoche) ?\\d{1,2}(?:/\\d{2,4})?',
  ],
  bareYear: bareYear({
    before: `Jahr|Jahre|Jahres|in|seit|bis|ab|Ende|Anfang|Mitte|um|zwischen|vor|nach|gegenüber|Frühjahr|Frühling|Sommer|Herbst|Winter|${year} und`,
    counted: '[A-ZÄÖÜ][a-zäöüß]{2,}',
    units: `(?:%|${scaleWords}|Prozent|Euro|Yuan|Personen)`,
  }),
  ordinals:
    '(?<![\\d.,])\\d{1,3}\\.(?= (?:Bericht|Auflage|Ausgabe|Statistik|Jahrhundert|Platz|Mal|Jahrestag|Rang|Stelle|Klasse|Stock|Geburtstag|Jahresbericht))|(?<=\\b(?:der|die|das|den|dem|des|zum|zur|im|am|beim|vom|Zum|Der|Die|Das|Im|Am) )\\d{1,3}\\.(?= )|(?<![\\d.,])\\d+(?:-?te[nrsm]?|-?ste[nrsm]?)(?![a-zäöüß])',
  labels:
    '§§? ?\\d+|\\b(?:Telefon|Tel\\.):? \\+?\\d[\\d ()/-]{4,}\\d|\\b(?:Artikeln?|Art\\.|Satz|Sätze|ISO|DIN|EN|IEC|Abbildung(?:en)?|Abb\\.|Tabellen?|Tab\\.|Diagramme?|Grafik(?:en)?|Seiten?|S\\.|Folien?|Abschnitte?n?|Kapiteln?|Absätzen?|Absatz|Abs\\.|Fußnoten?|Anmerkung(?:en)?|Wellen?|Schritte?n?|Teile?n?|Anhang|Nr\\.|Nummern?|Zimmer|Raum|Bd\\.|Ausgabe|Auflage|Version) ?\\d+(?:\\.\\d+)*(?: ?\\/ ?\\d+)?(?!\\d)(?:(?:, | und | bis | von |-)\\d+(?![\\d%]|[.,]\\d| ?(?:Prozent|[MB]illi)))*',
  isNumbering: (label, after) =>
    !(/^(?:Nr|Nummer)/i.test(label) && /^ (?:im|in|der|unter|weltweit)\b/.test(after)) &&
    (!/^(?:Abb|Teil|Tab|Version|Ausgabe|Auflage|Gra)/i.test(label) || !counting.test(after)),
  scaleStart: 'Prozent|M[io]|Mrd|Billi',
  to: ['bis', 'und'],
  between: ['zwischen', 'und'],
  months: germanMonths,
  shortMonths: germanShortMonths,
  seasons: ['winters?', 'frühlings?|frühjahrs?', 'sommers?', 'herbst(?:e?s)?'],
  spoken: createSpoken({
    alone: {
      ...countFrom(11, germanCardinals.slice(11, 20)),
      ...compounds,
      'die Hälfte': 0.5,
      'der Hälfte': 0.5,
      'ein Drittel': 1 / 3,
      'zwei Drittel': 2 / 3,
      'ein Viertel': 0.25,
      'drei Viertel': 0.75,
      'ein Fünftel': 0.2,
      'ein Sechstel': 1 / 6,
      'ein Achtel': 0.125,
      'ein Zehntel': 0.1,
      doppelt: 2,
      verdoppelt: 2,
      verdreifacht: 3,
      'ein Dutzend': 12,
      Dutzende: 12,
      Hunderte: 100,
      Tausende: 1000,
      Hunderttausende: 1e5,
      Millionen: 1e6,
    },
    small: { ein: 1, eine: 1, einer: 1, ...countFrom(2, germanCardinals.slice(2, 11)) },
    scales,
    measures: 'Mal|von|Personen|Menschen|Jahren?|Monaten?|Wochen?|Tagen?',
    percent: 'Prozent',
    points: 'Prozentpunkten?',
  }),
}

/** The same with Jänner. */
export const austrianNumbers: NumberWords = {
  ...germanNumbers,
  months: austrianMonths,
  shortMonths: austrianShortMonths,
}
