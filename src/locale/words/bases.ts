import { derived } from '../../memory/derived.ts'
import type { Language } from '../languages.ts'
import { joint } from '../numbers/number-words.ts'

/** The words of a language for what a change counts from. */
export interface BaseWords {
  /** Right before a date: since, compared with. */
  before: RegExp
  /** Right after one, where nothing stands before it: 2021年以来. */
  after?: RegExp
  /** What stands before the first of two dates that a change lies between, and between them. */
  span: readonly [before: RegExp, between: RegExp]
  /** How long ago: five years before, on the year. Its groups: the number, if any, and the unit. */
  back: readonly RegExp[]
  /** The period before: the previous year. Its group: the unit. */
  previous: RegExp
  /** The beginning of the report’s year, beside what is compared with it. */
  yearStart: RegExp
  /** By how its word begins, months of a unit. */
  units: Readonly<Record<string, number>>
  /** One, where the number is an article or not said, to ten or twelve. */
  numerals: readonly string[]
  /** The unit that is the figure’s own, month or quarter. */
  step?: string
  /** Whether it usually stands before the change. */
  leads?: boolean
  /** What is said of changes: a heading with such a word speaks of the figures below it. */
  change: RegExp
  /** In the names of what is in per cent of nothing, a growth. */
  growth: RegExp
  /** In names of what is itself a pace: GDP growth, inflation; not exports, though their figures may be changes. */
  pace: RegExp
  /** What is said of shares, at the beginning or, in Chinese, the end of a heading. */
  share: RegExp
  /** What is said of counts, so too. */
  count: RegExp
}

const count = (numerals: readonly string[]): string => `(\\d+|${numerals.join('|')})${joint}`

const en = ['an?|one|the', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const enUnit = '(years?|half-years?|quarters?|months?|decades?)'
const de = ['ein(?:e[mnrs]?)?', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn']
const deUnit = '(Jahr(?:e[ns]?|es)?|halben Jahr|Halbjahr(?:e[ns]?|es)?|Quartal(?:e[ns]?|s)?|Monat(?:e[ns]?|s)?)'
const fr = ['une?', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix']
const frUnit = '(ans?|semestres?|trimestres?|mois)'
const es = ['un[oa]?', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez']
const esUnit = '(años?|semestres?|trimestres?|mes(?:es)?)'
const zh = ['一', '两|二', '三', '四', '五', '六', '七', '八', '九', '十']

/** By language; the compiler asks for each that documents can be in. */
export const baseWords: Readonly<Record<Language, BaseWords>> = {
  en: {
    before:
      /(?:\b(?:since|against|versus|on|(?<!effect )from|relative to|compared (?:with|to)|(?:than|as)(?: (?:they|it|we|there) (?:had|have|did|do|was|were|is|are)\xad*(?: been)?)?\xad* (?:in|on|at)|of (?:its|their)|th(?:at|ose) (?:of|in)|(?:above|below|beyond|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?) (?:its|their|the)|(?:level|figure|value|total|number|result)s? (?:of|in|for)|(?:it|they) (?:was|were|stood|did|had) in|(?:since|from) (?:its|their|the) (?:peak|high|low|trough|record)\xad*(?: (?:of|in))?))\xad*(?: at least)?(?: the (?:end|same (?:quarter|month|week|half|period)) of)?(?:(?: the)?(?: (?:fiscal|financial|calendar|academic|school|marketing|crop))?(?: year)?)? $/iu,
    span: [/\b(?:between|from) $|, $/i, /^ (?:and|to) $/],
    back: [
      new RegExp(`(?<!half )\\b${count(en)} ${enUnit} (?:before|earlier|ago)\\b`, 'giu'),
      /\b()(half a year) (?:before|earlier|ago)\b/giu,
      new RegExp(
        `\\b(?:in|within|over) ${count(en.with(0, 'an?|one'))} ${enUnit}\\b(?! (?:after|later|old|of|(?:and|or) (?:above|more|older|over|under)))`,
        'giu',
      ),
      new RegExp(`\\b(?:in|over) the (?:past|last) (?:${count(en)} )?${enUnit}\\b`, 'giu'),
      /\b()(year|quarter|month)[- ]on[- ](?:year|quarter|month)\b/giu,
      /\b(?:on|over) the ()(year|quarter|month)\b(?! (?:to|of|before|ending|ended))/giu,
      /\bon an? ()(annual|year|quarter|month)(?:ly)? (?:basis|comparison)\b/giu,
    ],
    previous:
      /\b(?:(?:the (?:previous|preceding|prior)|last) (year|season|half-year|half|quarter|month)(?! of (?:1[89]|20)\d\d)|the (year|half-year|half|quarter|month) before)\b/giu,
    yearStart:
      /\b(?:than|compared (?:with|to)|relative to|where (?:it|they) (?:was|were|stood))(?: (?:it|they) (?:was|were))?(?: (?:at|on))? the (?:start|beginning|outset|turn) of (?:the|this) year\b/giu,
    units: { year: 12, season: 12, annual: 12, half: 6, quarter: 3, month: 1, decade: 120 },
    numerals: en,
    change: /\b(?:chang|growth|increas|decreas|compared|differen)/iu,
    growth: /growth|chang|inflation/iu,
    pace: /growth|rate|inflation|chang/iu,
    share: /^(?:the )?(?:share|proportion|percentage)\b/iu,
    count: /^(?:the )?(?:total )?number of\b/iu,
  },
  zh: {
    before: /(?:较|比|自从?|与|同|相对于?)(?:今年|本年|当年|上年|去年)?$/u,
    after: /^以来/u,
    span: [/[从由自]?$/u, /^(?:至|到|—|－|-)$/u],
    back: [
      // Not 2021年以来, which is a time.
      new RegExp(`(?<![\\d第年])(?!\\d{4})${count(zh)}个?(年|季度|月)(?:前|来|间|内|以来)`, 'gu'),
      /()(半年)前/gu,
      /()(同比)(?!例)/gu,
      /()(环比)/gu,
      /()([上去]年同[期月])/gu,
    ],
    previous: /(?:较|比|与|于|由|从)上[一个]?(年|季度|月)(?!同)/gu,
    leads: true,
    step: '环比',
    yearStart: /(?:较|比|与)(?:今|本)?年初(?:相比)?/gu,
    units: { 年: 12, 同比: 12, 上年同期: 12, 去年同期: 12, 上年同月: 12, 去年同月: 12, 半年: 6, 季度: 3, 月: 1 },
    numerals: zh,
    change: /变化|变动|增减|增长|增幅|增速|涨幅|降幅|新增|增量|相比|同比|较/u,
    growth: /增速|增幅|涨幅|降幅|(?:增长|变化|变动)率/u,
    pace: /率|增速|增幅|涨幅|通胀|增长/u,
    share: /(?:占比|比重|份额)$/u,
    count: /(?:数量|个数|人数|户数)(?:$|[，,（(])/u,
  },
  de: {
    before:
      /(?:\b(?:seit|gegenüber|verglichen mit|im Vergleich (?:zu|mit|zum)|(?:als|wie)(?: noch)?(?: im| am)?|(?:Wert|Stand|Niveau|Betrag)(?:e?s|e)? (?:von|aus|vom|des)|seit (?:dem|ihrem|seinem) (?:Höchst|Tief)(?:stand|wert)(?:e?s)?(?: (?:von|im(?: Jahr)?))?))(?: (?:dem|Ende|dem Ende|(?:Geschäfts|Haushalts|Wirtschafts|Schul|Rekord|Krisen|Vorkrisen)?Jahre?s?))* $/iu,
    span: [/\b(?:zwischen(?: dem)?|vo[nm]) $|, $/i, /^ (?:und(?: dem)?|bis(?: zum)?) $/],
    back: [
      new RegExp(`\\bvor ${count(de)} ${deUnit}(?![\\p{L}])`, 'giu'),
      new RegExp(`\\b${count(de)} ${deUnit} (?:zuvor|davor|vorher|früher)(?![\\p{L}])`, 'giu'),
      new RegExp(`\\b(?:in|binnen|innerhalb) ${count(de)} ${deUnit}(?![\\p{L}])`, 'giu'),
      /\bim ()(Jahr|Quartal|Monat)(?:e?s)vergleich\b/giu,
    ],
    previous:
      /\bVor(jahr|halbjahr|quartal|monat)(?:e?s|en)?(?:(?:wert|stand|niveau|ergebnis|monat|quartal)(?:e?s|en)?)?\b/giu,
    leads: true,
    yearStart:
      /\b(?:als (?:noch )?(?:zu|am|zum)|(?:Stand|Wert|Niveau)(?:e?s)? (?:zu|vom|am|von)|verglichen mit dem|im Vergleich zum|gegenüber dem) (?:Jahres(?:beginn|anfang)|(?:Beginn|Anfang) (?:des|dieses) Jahres)(?![\p{L}])/giu,
    units: { jahr: 12, halb: 6, quartal: 3, monat: 1 },
    numerals: de,
    change: /(?:änder|wachstum|zunahme|abnahme|anstieg|vergl)/iu,
    growth: /wachstum|änderung|steigerung|teuerung|inflation/iu,
    pace: /wachstum|rate|quote|inflation|teuerung|änderung/iu,
    share: /^(?:Anteil|Quote)/iu,
    count: /^(?:Anz|Z)ahl\b/iu,
  },
  fr: {
    before:
      /(?:\b(?:depuis(?: (?:son|leur|le) (?:pic|sommet|creux|maximum|minimum|record) d[eu])?|contre|par rapport (?:[àa]|aux?|à (?:celui|celle|ceux|celles) d[eu])|niveaux? d[eu]|qu['’]en|qu['’]au))(?: (?:la fin d[eu]|fin))?(?: l[ae]s?)?(?: (?:l['’])?(?:exercice|année)(?: (?:scolaire|fiscale|budgétaire))?)? $/iu,
    span: [/\b(?:entre(?: l[ae])?|d[eu]|de la) $|\bd['’]$|, $/i, /^ (?:et(?: l[ae])?|à(?: la)?|au) $/],
    back: [
      new RegExp(`\\b${count(fr)} ${frUnit} (?:plus tôt|auparavant|avant)(?![\\p{L}])`, 'giu'),
      new RegExp(`\\b(?:il y a|en|sur) ${count(fr)} ${frUnit}(?![\\p{L}])`, 'giu'),
      /\ben glissement ()(annuel|trimestriel|mensuel)/giu,
      /\bd['’]un ()(an|semestre|trimestre|mois) à l['’]autre(?![\p{L}])/giu,
      /\bsur (?:le |l['’])()(année|semestre|trimestre|mois)(?! (?:précédent|dernier|\d|d))/giu,
      /\b(?:hausse|progression|rebond|recul|repli|baisse|chute|diminution)()s? (annuel|trimestriel|mensuel)/giu,
    ],
    previous:
      /(?:l['’](année)|\b(?:le|au|du) (semestre|trimestre|mois)|\bl['’](an)) (?:précédente?|dernière?|d['’]avant)(?![\p{L}])/giu,
    yearStart: /(?:\bqu['’](?:au|en)|\bpar rapport au) début (?:de l['’]année|d['’]année|de cette année)(?![\p{L}])/giu,
    units: { ann: 12, an: 12, semestre: 6, trimestr: 3, mois: 1, mensuel: 1 },
    numerals: fr,
    change: /(?:évolution|variation|croissance|hausse|baisse|rapport à)/iu,
    growth: /croissance|évolution|variation|inflation/iu,
    pace: /croissance|taux|inflation|évolution|variation/iu,
    share: /^(?:part|proportion|pourcentage)\b/iu,
    count: /^nombre d/iu,
  },
  es: {
    before:
      /(?:\b(?:desde(?: (?:su|el) (?:pico|máximo|mínimo|récord) de)?|frente a|(?:con )?respecto (?:al?|del?)|que en|comparad[oa]s? con))(?: (?:finales del?|el final del?))?(?: el| las?| los)?(?: (?:año|ejercicio|curso)(?: fiscal)?)? $/iu,
    span: [/\b(?:entre(?: el| la)?|del?|de la) $|, $/i, /^ (?:y(?: el| la)?|al?|a la) $/],
    back: [
      new RegExp(`\\b${count(es)} ${esUnit} (?:antes|atrás)(?![\\p{L}])`, 'giu'),
      new RegExp(`\\b(?:hace|en) ${count(es)} ${esUnit}(?![\\p{L}])`, 'giu'),
      /\bhace ()(medio año)\b/giu,
      /\binter()(anual|mensual|trimestral)/giu,
      /\b(?:aumento|incremento|subida|avance|repunte|alza|descenso|caída|bajada|retroceso|recorte)()s? (anual|mensual|trimestral)/giu,
    ],
    previous: /\b(?:el|del|al) (año|semestre|trimestre|mes) (?:anterior|pasado|previo)(?![\p{L}])/giu,
    yearStart:
      /\b(?:que (?:a|al|en el)|(?:con )?respecto (?:a|al)|frente (?:a|al)|comparado con(?: el)?) (?:principios?|comienzos?|inicios?) (?:de|del|de este) año(?![\p{L}])/giu,
    units: { año: 12, anual: 12, semestre: 6, medio: 6, trimestr: 3, mes: 1, mensual: 1 },
    numerals: es,
    change: /(?:variaci|cambio|crecimiento|aumento|descenso|respecto)/iu,
    growth: /crecimiento|variaci|tasa (?:inter)?anual|inflaci/iu,
    pace: /crecimiento|tasa|inflación|variaci/iu,
    share: /^(?:proporción|porcentaje|cuota)\b/iu,
    count: /^número de\b/iu,
  },
}

/** Which number a word is, of those whose forms are listed from one on; 0 where it is none. */
export function numeralIn(word: string, numerals: readonly string[]): number {
  const [, ...groups] = anyOf(numerals).exec(word) ?? []
  return groups.findIndex((group) => group !== undefined) + 1
}

const anyOf = derived(
  (numerals: readonly string[]) => new RegExp(`^(?:${numerals.map((forms) => `(${forms})`).join('|')})$`, 'iu'),
)
