import { recent } from '../../memory/derived.ts'

/** What a number belongs to: a scale, a unit, a sign. */
const unit =
  /^(?:thousand|million|billion|trillion|per\s?cent|percentage|points?|pp|milliers?|millions?|milliards?|pour\s?cent|Tausend|Millionen|Milliarden?|Mio\.|Mrd\.|Prozent(?:punkte?n?)?|millones|millón|billones|puntos?|por\s?ciento|euros?|people|users|hours?|years?|yuan|US\$|km|GB|TB|[%‰°€£¥])/i

const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)'
/** After a day: `16. Februar`, `1er mars`, `18 de marzo`. */
const startsWithMonth = new RegExp(`^(?:de )?${month}\\b`)
const endsOfDay = /\d(?:\.|er|º)?\s(?:de\s)?$/
/** Before a year: `marzo de 2024`. */
const endsWithMonth = new RegExp(`\\b${month}\\.?\\s(?:de\\s)?$`)
/** `paragraphs 20, 22`. */
const endsWithNumbered = /\b(?:pages|sections|chapters|paragraphs|notes|figures|tables)\s\d{1,3},\s$/i
/** `March 22, 2024`. */
const endsWithDay = new RegExp(`\\b${month}\\.?[\\s\\u00a0]\\d{1,2},\\s$`)

/** Words and signs that a number follows: `Figure 3`, `page 12`, `Q4 2023`, `p. 5`, `§ 7`, `US$ 5 billion`. */
const numbered =
  /(?:\b(?:figures?|tables?|pages?|sections?|chapters?|paragraphs?|notes?|tableaux?|paragraphes?|abbildung(?:en)?|tabellen?|seiten?|absätze?|absatz|figuras?|tablas?|páginas?|párrafos?|(?:fig|tab|no|pp?|art|vol|ch)\.|Q[1-4]|H[12])|[$€£¥§№#])\s$/i

/** A Chinese number with its scale and unit, or the word before it: `3.17亿人`, `1.9个百分点`, `图4`, `第16页`. */
const chinese =
  /(?:[图表第]|[+−-])?\d[\d.,]*(?:万亿|[万亿千百])?(?:个百分点|个?(?:小时|季度|[个人元年月日次页段项家户块岁倍成条]))?人?/g

/** A single letter and its hyphen, which are read as one with what follows: `E-commerce`, `T-shirt`. */
const letterHyphen = /(?<![\p{L}\p{N}])\p{L}[-‐]$/u

/**
 * Spaces at which no line ends: French parts marks and quotation marks from their words by one; `2e trimestre`, `2.
 * Quartal`.
 */
const noBreak =
  / (?=[:;!?»])|(?<=«) |(?<=\d(?:er|e|ème|\.º|\.)) (?=trimestre|semestre|édition|Quartal|Halbjahr|Ausgabe)/g
const noBreakHere = new RegExp(noBreak, 'y')

/** A text for a program that breaks lines itself, with signs at which none ends for such hyphens and spaces. */
export function tieText(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])(\p{L})-(?=\p{L})/gu, '$1\u2011').replace(noBreak, '\u00a0')
}

/** Such a text with its hyphens plain again. */
export function untieHyphens(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])(\p{L})\u2011(?=\p{L})/gu, '$1-')
}

/** Whether no line may end at a position: within a number and its unit, a word and its number, or a date. */
export function isTied(text: string, position: number): boolean {
  const last = text[position - 1]
  if (last === '-' || last === '‐') return letterHyphen.test(text.slice(Math.max(0, position - 3), position))
  if (last !== ' ') return isTiedInChinese(text, position)
  const before = text.slice(Math.max(0, position - 18), position)
  const after = text.slice(position, position + 16)
  if (isNoBreak(text, position - 1)) return true
  const isAfterNumber = /\d\s$/.test(before) && unit.test(after)
  if (endsOfDay.test(before) && startsWithMonth.test(after)) return true
  const isNumbered = [numbered, endsWithNumbered, endsWithMonth, endsWithDay].some((end) => end.test(before))
  return isAfterNumber || (/^\d/.test(after) && isNumbered)
}

function isNoBreak(text: string, at: number): boolean {
  noBreakHere.lastIndex = at
  return noBreakHere.test(text)
}

function isTiedInChinese(text: string, position: number): boolean {
  if (!/[\u4e00-\u9fff]/.test(text.slice(position - 1, position + 1))) return false
  // GB/T 15834: neither stands at a line's start where there is a choice.
  if (/^(?:——|……)/.test(text.slice(position, position + 2))) return true
  return insideChinese(text).has(position)
}

/** The positions within the Chinese numbers of a text; a paragraph is asked about at each of its characters. */
const insideChinese = recent(20, (text: string): ReadonlySet<number> => {
  const numbers = [...text.matchAll(chinese)]
  return new Set(numbers.flatMap(({ index, 0: found }) => [...found].slice(1).map((_, at) => index + at + 1)))
})
