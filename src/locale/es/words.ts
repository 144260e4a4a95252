import { latinPhrases } from '../words/describe-words.ts'
import type { Forms } from '../words/movement-words.ts'
import type { DateFormat, Words } from '../words/words.ts'
import { spanishMonths, spanishShortMonths } from './months.ts'
import { spanishPrepositions } from './prepositions.ts'

const { fromPeriod, untilPeriod } = spanishPrepositions

type Pair = readonly [singular: string, plural: string]

const aumentó = verb(['aumentó', 'aumentaron'], ['aumenta', 'aumentan'], 'aumentado', 'en aumento')
const disminuyó = verb(['disminuyó', 'disminuyeron'], ['disminuye', 'disminuyen'], 'disminuido', 'en descenso')

const month = (date: Date) => spanishMonths[date.getUTCMonth()] ?? ''

/** Dates with whole names: those that Excel and LibreOffice shorten they shorten differently. */
const dates: readonly DateFormat[] = [
  ['[$-C0A]mmmm" de "yyyy', (date) => `${month(date)} de ${date.getUTCFullYear()}`],
  ['[$-C0A]mmmm', month],
  ['[$-C0A]d" de "mmmm" de "yyyy', (date) => `${date.getUTCDate()} de ${month(date)} de ${date.getUTCFullYear()}`],
]

/** What is said in Spanish whatever the report. */
export const spanishWords: Words = {
  fixed: {
    source: 'Fuente',
    sources: 'Fuentes',
    figure: 'Figura',
    table: 'Tabla',
    rounding: 'las cifras pueden no sumar el total por el redondeo',
    contents: 'Índice',
    unchanged: 'sin cambios',
    notStated: 'no comunicado',
    shareOfWhole: 'Proporción del total',
    runningSum: 'Cada barra empieza donde termina la de arriba',
    target: 'objetivo',
    noFigure: 'sin dato',
    derived: 'calculado',
    definition: 'Definición',
    denominator: 'Proporción de',
    previous: 'Valor anterior',
    value: 'Valor',
    change: 'Variación',
    rate: 'Crecimiento',
    rank: 'Puesto',
    indicator: 'Indicador',
    period: 'Período',
    caveat: 'Salvedad',
    ownCalculations: 'cálculos propios',
    figuresShown: 'Cifras mostradas',
    basePeriodNotStated: 'período base no comunicado',
    chart: 'Gráfico',
    secondary: 'fuente secundaria',
    provisional: 'provisional',
    revised: 'revisado',
    estimated: 'estimado',
    forecast: 'previsión',
    comma: ', ',
    colon: ': ',
    semicolon: '; ',
    sentenceEnd: '. ',
  },
  absent: {
    'not stated': 'no comunicado',
    suppressed: 'no publicado por confidencialidad',
    'not applicable': 'no procede',
    'too small': 'demasiado pequeño para mostrarse',
    later: 'se publicará más tarde',
  },
  names: {
    title: 'Título',
    subtitle: 'Subtítulo',
    text: 'Texto',
    keyFigure: 'Cifra clave',
    rule: 'Filete',
    trend: 'Tendencia',
    picture: 'Imagen',
    chart: 'Gráfico',
    table: 'Tabla',
    caption: 'Pie',
    source: 'Fuente',
    header: 'Encabezado',
    footer: 'Pie de página',
    date: 'Fecha',
    slideNumber: 'Número de diapositiva',
    notes: 'Notas',
    slideImage: 'Imagen de la diapositiva',
    accentRule: 'Filete de acento',
    footerRule: 'Filete del pie de página',
    quoteRule: 'Filete de cita',
  },
  layouts: {
    title: 'Título',
    section: 'Sección',
    'key-figures': 'Cifras clave',
    chart: 'Gráfico',
    'chart-and-text': 'Gráfico y texto',
    'two-charts': 'Dos gráficos',
    table: 'Tabla',
    quote: 'Cita',
    text: 'Texto',
    closing: 'Cierre',
    'big-number': 'Cifra grande',
    comparison: 'Comparación',
    'three-columns': 'Tres columnas',
    timeline: 'Cronología',
    statement: 'Afirmación',
    agenda: 'Orden del día',
    appendix: 'Anexo',
    back: 'Contraportada',
    picture: 'Imagen',
    'picture-and-text': 'Imagen y texto',
  },
  prompts: {
    finding: 'Título: el hallazgo, en una frase',
    measure: 'Medida, lugar y período',
    number: 'Cifra',
    whatItIs: 'Qué es',
    howItMoved: 'Cómo ha variado',
    picture: 'Gráfico o imagen',
    secondLevel: 'Segundo nivel',
    thirdLevel: 'Tercer nivel',
    fourthLevel: 'Cuarto nivel',
    fifthLevel: 'Quinto nivel',
  },
  charts: {
    sizeScale: '(escala de tamaños)',
    restOfCircle: '(resto del círculo)',
    roomBelow: (name) => `espacio bajo ${name}`,
    time: {
      dateTime: '%A, %-d de %B de %Y, %X',
      date: '%d/%m/%Y',
      time: '%H:%M:%S',
      periods: ['AM', 'PM'],
      days: 'domingo lunes martes miércoles jueves viernes sábado'.split(' '),
      shortDays: 'dom lun mar mié jue vie sáb'.split(' '),
      months: spanishMonths,
      shortMonths: spanishShortMonths,
    },
    dates,
    sheetLocale: '[$-C0A]',
    sheetYear: 'yyyy',
    sheetMonth: '[$-C0A]mmmm" de "yyyy',
  },
  movements: {
    verbs: {
      rise: [
        verb(['subió', 'subieron'], ['sube', 'suben'], 'subido', 'subiendo'),
        verb(['bajó', 'bajaron'], ['baja', 'bajan'], 'bajado', 'bajando'),
      ],
      grow: [verb(['creció', 'crecieron'], ['crece', 'crecen'], 'crecido', 'creciendo'), disminuyó],
      increase: [aumentó, disminuyó],
      widen: [
        verb(['se amplió', 'se ampliaron'], ['se amplía', 'se amplían'], 'aumentado', 'ampliándose'),
        verb(['se redujo', 'se redujeron'], ['se reduce', 'se reducen'], 'disminuido', 'reduciéndose'),
      ],
      climb: [
        verb(['trepó', 'treparon'], ['trepa', 'trepan'], 'trepado', 'trepando'),
        verb(['cayó', 'cayeron'], ['cae', 'caen'], 'caído', 'cayendo'),
      ],
    },
    unchanged: {
      past: ['no varió', 'no variaron'],
      present: ['no varía', 'no varían'],
      perfect: ['no ha variado', 'no han variado'],
      ing: 'sin cambios',
    },
  },
  descriptions: {
    ...latinPhrases,
    kinds: {
      line: 'Gráfico de líneas',
      area: 'Gráfico de áreas',
      column: 'Gráfico de columnas',
      bar: 'Gráfico de barras',
      dot: 'Gráfico de puntos',
      pie: 'Gráfico circular',
      other: 'Gráfico',
    },
    of: (kind, subject) => `${kind}: ${subject}`,
    span: (from, to) => (from === to ? from : `${fromPeriod(from)} ${untilPeriod(to)}`),
    measure: (measure, subject) =>
      ({ value: subject, change: `variación (${subject})`, rate: `crecimiento (${subject})` })[measure],
    measured: { change: 'variación', rate: 'tasas de crecimiento' },
    shareOf: (denominator) => `en porcentaje (base: ${denominator})`,
    fromTo: (from, to) => `de ${from} a ${to}`,
    course: (ends, course) =>
      `${ends}, ${{ rising: 'en aumento continuo', up: 'en aumento en conjunto', falling: 'en descenso continuo', down: 'en descenso en conjunto', flat: 'casi sin cambios' }[course]}`,
    lowest: (value, period) => `mínimo ${value} (${period})`,
    highest: (value, period) => `máximo ${value} (${period})`,
    ranking: (count, largest, smallest) => `${count} elementos, de ${largest} a ${smallest}`,
  },
  revisions: {
    title: 'Qué ha cambiado',
    figure: 'Cifra',
    before: 'Antes',
    now: 'Ahora',
    earlier: (edition) => (edition ? `la ${edition} edición` : 'la versión anterior'),
    since: (earlier) => `Cifras revisadas desde ${earlier}`,
    none: 'Ninguna cifra se ha revisado.',
    added: (count) => (count === 1 ? 'Una cifra es nueva.' : `${count} cifras son nuevas.`),
    dropped: (count) => (count === 1 ? 'Una cifra ya no está.' : `${count} cifras ya no están.`),
    implied: (what, implied, printed) =>
      `${what}: la variación indicada ahora supone ${implied}; entonces se imprimió ${printed}. La fuente lo ha revisado sin decirlo.`,
  },
}

/** The same where spreadsheets have a point before decimals. */
export const pointedWords: Words = {
  ...spanishWords,
  charts: { ...spanishWords.charts, sheetLocale: '[$-80A]' },
}

function verb(past: Pair, present: Pair, participle: string, ing: string): Forms {
  return { past, present, perfect: [`ha ${participle}`, `han ${participle}`], ing }
}
