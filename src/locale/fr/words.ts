import { latinPhrases } from '../words/describe-words.ts'
import type { Forms } from '../words/movement-words.ts'
import type { DateFormat, Words } from '../words/words.ts'
import { frenchMonths, frenchShortMonths } from './months.ts'
import { frenchPrepositions } from './prepositions.ts'

const { fromPeriod, untilPeriod } = frenchPrepositions

const month = (date: Date) => frenchMonths[date.getUTCMonth()] ?? ''

/** Dates with whole names: those that Excel and LibreOffice shorten they shorten differently. */
const dates: readonly DateFormat[] = [
  ['[$-40C]mmmm yyyy', (date) => `${month(date)} ${date.getUTCFullYear()}`],
  ['[$-40C]mmmm', month],
  ['[$-40C]d mmmm yyyy', (date) => `${date.getUTCDate()} ${month(date)} ${date.getUTCFullYear()}`],
]

/** What is said in French whatever the report. */
export const frenchWords: Words = {
  fixed: {
    source: 'Source',
    sources: 'Sources',
    figure: 'Figure',
    table: 'Tableau',
    rounding: 'les chiffres étant arrondis, leur somme peut différer du total',
    contents: 'Sommaire',
    unchanged: 'sans changement',
    notStated: 'non communiqué',
    shareOfWhole: 'Part du total',
    runningSum: 'Chaque barre commence où finit celle du dessus',
    target: 'objectif',
    noFigure: 'sans donnée',
    derived: 'calculé',
    definition: 'Définition',
    denominator: 'Part de',
    previous: 'Valeur précédente',
    value: 'Valeur',
    change: 'Variation',
    rate: 'Croissance',
    rank: 'Rang',
    indicator: 'Indicateur',
    period: 'Période',
    caveat: 'Réserve',
    ownCalculations: 'calculs propres',
    figuresShown: 'Chiffres présentés',
    basePeriodNotStated: 'période de base non communiquée',
    chart: 'Graphique',
    secondary: 'source secondaire',
    provisional: 'provisoire',
    revised: 'révisé',
    estimated: 'estimé',
    forecast: 'prévision',
    comma: ', ',
    colon: '\u00a0: ',
    semicolon: '\u00a0; ',
    sentenceEnd: '. ',
  },
  absent: {
    'not stated': 'non communiqué',
    suppressed: 'non publié pour protéger la confidentialité',
    'not applicable': 'sans objet',
    'too small': 'trop petit pour être affiché',
    later: 'publication ultérieure',
  },
  names: {
    title: 'Titre',
    subtitle: 'Sous-titre',
    text: 'Texte',
    keyFigure: 'Chiffre clé',
    rule: 'Filet',
    trend: 'Tendance',
    picture: 'Image',
    chart: 'Graphique',
    table: 'Tableau',
    caption: 'Légende',
    source: 'Source',
    header: 'En-tête',
    footer: 'Pied de page',
    date: 'Date',
    slideNumber: 'Numéro de diapositive',
    notes: 'Commentaires',
    slideImage: 'Image de la diapositive',
    accentRule: 'Filet d’accent',
    footerRule: 'Filet du pied de page',
    quoteRule: 'Filet de citation',
  },
  layouts: {
    title: 'Titre',
    section: 'Section',
    'key-figures': 'Chiffres clés',
    chart: 'Graphique',
    'chart-and-text': 'Graphique et texte',
    'two-charts': 'Deux graphiques',
    table: 'Tableau',
    quote: 'Citation',
    text: 'Texte',
    closing: 'Fin',
    'big-number': 'Grand chiffre',
    comparison: 'Comparaison',
    'three-columns': 'Trois colonnes',
    timeline: 'Chronologie',
    statement: 'Affirmation',
    agenda: 'Ordre du jour',
    appendix: 'Annexe',
    back: 'Dernière page',
    picture: 'Image',
    'picture-and-text': 'Image et texte',
  },
  prompts: {
    finding: 'Titre : le constat, en une phrase',
    measure: 'Mesure, lieu et période',
    number: 'Chiffre',
    whatItIs: 'Ce que c’est',
    howItMoved: 'Comment il a évolué',
    picture: 'Graphique ou image',
    secondLevel: 'Deuxième niveau',
    thirdLevel: 'Troisième niveau',
    fourthLevel: 'Quatrième niveau',
    fifthLevel: 'Cinquième niveau',
  },
  charts: {
    sizeScale: '(échelle des tailles)',
    restOfCircle: '(reste du cercle)',
    roomBelow: (name) => `espace sous ${name}`,
    time: {
      dateTime: '%A %-d %B %Y à %X',
      date: '%d/%m/%Y',
      time: '%H:%M:%S',
      periods: ['AM', 'PM'],
      days: 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' '),
      shortDays: 'dim. lun. mar. mer. jeu. ven. sam.'.split(' '),
      months: frenchMonths,
      shortMonths: frenchShortMonths,
    },
    dates,
    sheetLocale: '[$-40C]',
    // Belgian French: LibreOffice keeps one comma of `0,,,` for French of France, which groups by no-break spaces.
    scaledSheetLocale: '[$-80C]',
    sheetYear: 'yyyy',
    sheetMonth: '[$-40C]mmmm yyyy',
  },
  // Past and perfect are one, with avoir, whose participle agrees with nothing before it.
  movements: {
    verbs: {
      rise: [regular('augment'), regular('baiss')],
      grow: [verb('s’accroît', 's’accroissent', 'progressé', 'progressant'), regular('diminu')],
      increase: [regular('augment'), regular('diminu')],
      widen: [
        verb('s’élargit', 's’élargissent', 'augmenté', 's’élargissant'),
        verb('se réduit', 'se réduisent', 'diminué', 'se réduisant'),
      ],
      climb: [verb('grimpe', 'grimpent', 'grimpé', 'grimpant'), regular('recul')],
    },
    unchanged: {
      past: ['n’a pas changé', 'n’ont pas changé'],
      present: ['ne change pas', 'ne changent pas'],
      perfect: ['n’a pas changé', 'n’ont pas changé'],
      ing: 'sans changement',
    },
  },
  descriptions: {
    ...latinPhrases,
    kinds: {
      line: 'Graphique en courbes',
      area: 'Graphique en aires',
      column: 'Graphique en colonnes',
      bar: 'Graphique en barres',
      dot: 'Graphique à points',
      pie: 'Graphique en secteurs',
      other: 'Graphique',
    },
    of: (kind, subject) => `${kind}\u00a0: ${subject}`,
    span: (from, to) => (from === to ? from : `${fromPeriod(from)} ${untilPeriod(to)}`),
    measure: (measure, subject) =>
      ({ value: subject, change: `variation (${subject})`, rate: `croissance (${subject})` })[measure],
    measured: { change: 'variation', rate: 'taux de croissance' },
    shareOf: (denominator) => `en pour cent (base\u00a0: ${denominator})`,
    fromTo: (from, to) => `de ${from} à ${to}`,
    course: (ends, course) =>
      `${ends}, ${{ rising: 'en hausse continue', up: 'en hausse dans l’ensemble', falling: 'en baisse continue', down: 'en baisse dans l’ensemble', flat: 'presque sans changement' }[course]}`,
    lowest: (value, period) => `minimum ${value} (${period})`,
    highest: (value, period) => `maximum ${value} (${period})`,
    ranking: (count, largest, smallest) => `${count} éléments, de ${largest} à ${smallest}`,
    join: (parts) => parts.join('\u00a0; '),
    sentences: (parts) => `${parts.join('\u00a0: ')}.`,
  },
  revisions: {
    title: 'Ce qui a changé',
    figure: 'Chiffre',
    before: 'Avant',
    now: 'Maintenant',
    earlier: (edition) => (edition ? `la ${edition} édition` : 'la version précédente'),
    since: (earlier) => `Chiffres révisés depuis ${earlier}`,
    none: 'Aucun chiffre n’a été révisé.',
    added: (count) => (count === 1 ? 'Un chiffre est nouveau.' : `${count} chiffres sont nouveaux.`),
    dropped: (count) => (count === 1 ? 'Un chiffre n’y est plus.' : `${count} chiffres n’y sont plus.`),
    implied: (what, implied, printed) =>
      `${what}\u00a0: la variation indiquée aujourd’hui suppose ${implied}\u00a0; ${printed} était imprimé alors. La source l’a révisé sans le dire.`,
  },
}

function verb(singular: string, plural: string, participle: string, ing: string): Forms {
  const past = [`a ${participle}`, `ont ${participle}`] as const
  return { past, present: [singular, plural], perfect: past, ing: `en ${ing}` }
}

function regular(stem: string): Forms {
  return verb(`${stem}e`, `${stem}ent`, `${stem}é`, `${stem}ant`)
}
