import { latinPhrases } from '../words/describe-words.ts'
import type { Forms } from '../words/movement-words.ts'
import type { ChartWords, DateFormat, Words } from '../words/words.ts'
import { austrianMonths, austrianShortMonths, germanMonths, germanShortMonths } from './months.ts'

type Pair = readonly [singular: string, plural: string]

const wuchs = verb(['wuchs', 'wuchsen'], ['wächst', 'wachsen'], 'gewachsen', 'wachsend')
const schrumpfte = verb(['schrumpfte', 'schrumpften'], ['schrumpft', 'schrumpfen'], 'geschrumpft', 'schrumpfend')
const stieg = verb(['stieg', 'stiegen'], ['steigt', 'steigen'], 'gestiegen', 'steigend')
const fiel = verb(['fiel', 'fielen'], ['fällt', 'fallen'], 'gefallen', 'fallend')

/** Dates with whole names: those that Excel and LibreOffice shorten they shorten differently. */
function getDates(months: readonly string[], sheetLocale: string): readonly DateFormat[] {
  const month = (date: Date) => months[date.getUTCMonth()] ?? ''
  return [
    [`${sheetLocale}mmmm yyyy`, (date) => `${month(date)} ${date.getUTCFullYear()}`],
    [`${sheetLocale}mmmm`, month],
    [`${sheetLocale}d". "mmmm yyyy`, (date) => `${date.getUTCDate()}. ${month(date)} ${date.getUTCFullYear()}`],
  ]
}

/** What is said in German whatever the report. */
export const germanWords: Words = {
  fixed: {
    source: 'Quelle',
    sources: 'Quellen',
    figure: 'Abbildung',
    table: 'Tabelle',
    rounding: 'Abweichungen in den Summen durch Rundung',
    contents: 'Inhalt',
    unchanged: 'unverändert',
    notStated: 'nicht angegeben',
    shareOfWhole: 'Anteil an der Gesamtheit',
    runningSum: 'Jeder Balken beginnt, wo der darüber endet',
    target: 'Ziel',
    noFigure: 'keine Angabe',
    derived: 'berechnet',
    definition: 'Definition',
    denominator: 'Anteil an',
    previous: 'Vorheriger Wert',
    value: 'Wert',
    change: 'Veränderung',
    rate: 'Wachstum',
    rank: 'Rang',
    indicator: 'Indikator',
    period: 'Zeitraum',
    caveat: 'Hinweis',
    ownCalculations: 'eigene Berechnungen',
    figuresShown: 'Gezeigte Zahlen',
    basePeriodNotStated: 'Basiszeitraum nicht angegeben',
    chart: 'Diagramm',
    secondary: 'Sekundärquelle',
    provisional: 'vorläufig',
    revised: 'revidiert',
    estimated: 'geschätzt',
    forecast: 'Prognose',
    comma: ', ',
    colon: ': ',
    semicolon: '; ',
    sentenceEnd: '. ',
  },
  absent: {
    'not stated': 'nicht angegeben',
    suppressed: 'aus Gründen der Vertraulichkeit nicht veröffentlicht',
    'not applicable': 'nicht zutreffend',
    'too small': 'zu klein für eine Angabe',
    later: 'wird später veröffentlicht',
  },
  names: {
    title: 'Titel',
    subtitle: 'Untertitel',
    text: 'Text',
    keyFigure: 'Kennzahl',
    rule: 'Linie',
    trend: 'Trend',
    picture: 'Bild',
    chart: 'Diagramm',
    table: 'Tabelle',
    caption: 'Beschriftung',
    source: 'Quelle',
    header: 'Kopfzeile',
    footer: 'Fußzeile',
    date: 'Datum',
    slideNumber: 'Foliennummer',
    notes: 'Notizen',
    slideImage: 'Folienbild',
    accentRule: 'Akzentlinie',
    footerRule: 'Fußlinie',
    quoteRule: 'Zitatlinie',
  },
  layouts: {
    title: 'Titel',
    section: 'Abschnitt',
    'key-figures': 'Kennzahlen',
    chart: 'Diagramm',
    'chart-and-text': 'Diagramm und Text',
    'two-charts': 'Zwei Diagramme',
    table: 'Tabelle',
    quote: 'Zitat',
    text: 'Text',
    closing: 'Schluss',
    'big-number': 'Große Zahl',
    comparison: 'Vergleich',
    'three-columns': 'Drei Spalten',
    timeline: 'Zeitleiste',
    statement: 'Aussage',
    agenda: 'Agenda',
    appendix: 'Anhang',
    back: 'Rückseite',
    picture: 'Bild',
    'picture-and-text': 'Bild und Text',
  },
  prompts: {
    finding: 'Titel: das Ergebnis in einem Satz',
    measure: 'Größe, Ort und Zeitraum',
    number: 'Zahl',
    whatItIs: 'Was sie bedeutet',
    howItMoved: 'Wie sie sich verändert hat',
    picture: 'Diagramm oder Bild',
    secondLevel: 'Zweite Ebene',
    thirdLevel: 'Dritte Ebene',
    fourthLevel: 'Vierte Ebene',
    fifthLevel: 'Fünfte Ebene',
  },
  charts: chartWords(germanMonths, germanShortMonths, '[$-407]'),
  // Verbs in one piece, for a helper cannot part them around its sentence.
  movements: {
    verbs: {
      rise: [stieg, verb(['sank', 'sanken'], ['sinkt', 'sinken'], 'gesunken', 'sinkend')],
      grow: [wuchs, schrumpfte],
      increase: [stieg, fiel],
      widen: [wuchs, schrumpfte],
      climb: [verb(['kletterte', 'kletterten'], ['klettert', 'klettern'], 'geklettert', 'kletternd'), fiel],
    },
    unchanged: {
      past: ['blieb unverändert', 'blieben unverändert'],
      present: ['bleibt unverändert', 'bleiben unverändert'],
      perfect: ['ist unverändert geblieben', 'sind unverändert geblieben'],
      ing: 'unverändert',
    },
  },
  descriptions: {
    ...latinPhrases,
    kinds: {
      line: 'Liniendiagramm',
      area: 'Flächendiagramm',
      column: 'Säulendiagramm',
      bar: 'Balkendiagramm',
      dot: 'Punktdiagramm',
      pie: 'Kreisdiagramm',
      other: 'Diagramm',
    },
    of: (kind, subject) => `${kind}: ${subject}`,
    span: (from, to) => (from === to ? from : `${from} bis ${to}`),
    measure: (measure, subject) =>
      ({ value: subject, change: `Veränderung (${subject})`, rate: `Wachstum (${subject})` })[measure],
    measured: { change: 'Veränderung', rate: 'Wachstumsraten' },
    shareOf: (denominator) => `in Prozent (Basis: ${denominator})`,
    fromTo: (from, to) => `von ${from} auf ${to}`,
    course: (ends, course) =>
      `${ends}, ${{ rising: 'durchgehend steigend', up: 'insgesamt gestiegen', falling: 'durchgehend fallend', down: 'insgesamt gefallen', flat: 'kaum verändert' }[course]}`,
    lowest: (value, period) => `Tiefstwert ${value} (${period})`,
    highest: (value, period) => `Höchstwert ${value} (${period})`,
    ranking: (count, largest, smallest) => `${count} Einträge, von ${largest} bis ${smallest}`,
  },
  revisions: {
    title: 'Was sich geändert hat',
    figure: 'Zahl',
    before: 'Vorher',
    now: 'Jetzt',
    earlier: (edition) => (edition ? `der ${edition} Ausgabe` : 'der vorigen Fassung'),
    since: (earlier) => `Seit ${earlier} revidierte Zahlen`,
    none: 'Keine Zahl wurde revidiert.',
    added: (count) => (count === 1 ? 'Eine Zahl ist neu.' : `${count} Zahlen sind neu.`),
    dropped: (count) => (count === 1 ? 'Eine Zahl ist nicht mehr da.' : `${count} Zahlen sind nicht mehr da.`),
    implied: (what, implied, printed) =>
      `${what}: Die jetzt genannte Veränderung ergibt ${implied}; damals war ${printed} gedruckt. Die Quelle hat das revidiert, ohne es zu sagen.`,
  },
}

/** The same with the months of Austria. */
export const austrianWords: Words = {
  ...germanWords,
  charts: {
    ...chartWords(austrianMonths, austrianShortMonths, '[$-C07]'),
    sheetLocale: germanWords.charts.sheetLocale,
  },
}

/** With the marks of Switzerland in spreadsheets: those of its French, for de-CH has a point before decimals there. */
export const swissWords: Words = {
  ...germanWords,
  charts: { ...germanWords.charts, sheetLocale: '[$-40C]', scaledSheetLocale: '[$-80C]' },
}

/** Words of charts and their workbooks; a sheet's locale is that in which its program has the same months and marks. */
function chartWords(months: readonly string[], shortMonths: readonly string[], sheetLocale: string): ChartWords {
  return {
    sizeScale: '(Maßstab der Größen)',
    restOfCircle: '(Rest des Kreises)',
    roomBelow: (name) => `Raum unter ${name}`,
    time: {
      dateTime: '%A, %-d. %B %Y, %X',
      date: '%d.%m.%Y',
      time: '%H:%M:%S',
      periods: ['AM', 'PM'],
      days: 'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'.split(' '),
      shortDays: 'So Mo Di Mi Do Fr Sa'.split(' '),
      months,
      shortMonths,
    },
    dates: getDates(months, sheetLocale),
    sheetLocale,
    sheetYear: 'yyyy',
    sheetMonth: `${sheetLocale}mmmm yyyy`,
  }
}

function verb(past: Pair, present: Pair, participle: string, ing: string): Forms {
  return { past, present, perfect: [`ist ${participle}`, `sind ${participle}`], ing }
}
