import { groupBy } from '../../dataset/group-by.ts'
import type { Category, Dataset, Observation } from '../../dataset/types.ts'
import { plainMarks, sentenceAt } from '../../document/claim/sentence.ts'
import { pageWords } from '../../layout/page-words.ts'
import type { Page, Run } from '../../layout/types.ts'
import type { Locale } from '../../locale/types.ts'
import { openParts } from '../../opc/open-package.ts'
import type { Part, Relation } from '../../opc/package.ts'
import { childNamed } from '../../opc/xml.ts'
import { runsText } from '../../trust/numbers/printed-texts.ts'
import { normalizedText } from '../../trust/verify/mention-key.ts'
import type { Composed } from '../types.ts'
import type { BaseChart, BaseClaim, BaseFigure, BaseSeries, DeckBase, Mark, MarkedText } from './base-types.ts'
import type { LivingChart, LivingDeck, LivingSeries, LivingText } from './living-types.ts'
import { drawnText } from './read-living-chart.ts'
import { readLivingDeck } from './read-living-deck.ts'

/** What a build knows of its deck, read from the parts as a refresh reads them; pages say which figures texts print. */
export function makeBase(
  composed: Pick<Composed, 'pages' | 'markdown' | 'claims' | 'words'>,
  dataset: Dataset,
  locale: Locale,
  parts: readonly Part[],
  roots: readonly Relation[],
): DeckBase {
  const { id, period, comparison } = dataset.report
  const deck = readLivingDeck(openParts(parts, roots), true)
  return {
    report: { id, language: locale.language, period, comparison },
    slides: composed.pages.map(({ title }) => title),
    ...toBaseContent(deck, markBy(composed.pages, deck)),
    claims: [
      ...composed.claims.map((claim) => toBaseClaim(claim, composed.markdown)),
      ...composed.words.flatMap(falseWords),
    ],
    names: getNames(dataset, locale),
    figures: Object.fromEntries(
      [...dataset.observations].map(([key, observation]) => [key, toBaseFigure(observation)]),
    ),
  }
}

function getNames({ indicators, dimensions }: Dataset, { text }: Locale): DeckBase['names'] {
  const namesOf = ({ label, short }: Pick<Category, 'label' | 'short'>) => [
    ...new Set([label, short].map((one) => normalizedText(text(one)))),
  ]
  const categories = [...dimensions].flatMap(([id, one]) =>
    [...one.categories].map(([category, names]) => [`${id}=${category}`, namesOf(names)]),
  )
  return Object.fromEntries([...[...indicators].map(([id, one]) => [id, namesOf(one)]), ...categories])
}

/** What a deck holds, as it is carried; `marked` says which figures a text prints, `tied` which a series draws. */
export function toBaseContent(
  { texts, tables, charts, pictures, courses }: LivingDeck,
  marked: (text: LivingText) => MarkedText,
  tied: (series: LivingSeries) => Pick<BaseSeries, 'ties'> = () => ({}),
): Pick<DeckBase, 'texts' | 'tables' | 'charts' | 'pictures' | 'courses'> {
  return {
    texts: texts.map((one) => {
      const { slide, item, kind } = one
      return { slide, item, kind, ...marked(one), colors: getColors(one) }
    }),
    tables: tables.map(({ slide, item, rows }) => ({ slide, item, rows: rows.map(({ cells }) => cells.map(marked)) })),
    charts: charts.map((chart) => toBaseChart(chart, tied)),
    pictures: pictures.map(({ files, ...rest }) => ({ ...rest, hashes: files.map(({ hash }) => hash) })),
    courses: courses.map(({ slide, item, course }) => ({ slide, item, course })),
  }
}

/**
 * The colours, by name in the theme or by channels, that the runs of a text have of their own; undefined where none has
 * one.
 */
export function getColors({ carrier }: LivingText): string[] | undefined {
  if (carrier.type !== 'runs') return undefined
  const fills = carrier.pieces.map(({ look }) => childNamed(look, 'a:solidFill'))
  const colors = fills.map(
    (fill) => (childNamed(fill, 'a:schemeClr') ?? childNamed(fill, 'a:srgbClr'))?.attributes.val ?? '',
  )
  return colors.some((color) => color !== '') ? colors : undefined
}

/** A chart as it is carried. */
function toBaseChart(
  { slide, item, series, settings, drawings }: LivingChart,
  tied: (series: LivingSeries) => Pick<BaseSeries, 'ties'>,
): BaseChart {
  return {
    slide,
    item,
    series: series.map((one) => ({
      vectors: one.vectors.map(({ role, values, unitMultiplier }) => ({
        role,
        values,
        ...(unitMultiplier === undefined ? {} : { unitMultiplier }),
      })),
      labels: one.labels.map(({ index, text }) => ({ index, text })),
      points: one.points.map(({ index }) => index),
      ...tied(one),
    })),
    settings: Object.fromEntries(settings.map(({ key, value }) => [key, value])),
    drawings: drawings.map((one) => ({ text: drawnText(one), box: one.box })),
  }
}

/** A figure's number as it is carried. */
export function toBaseFigure({ quantity: { value, precision, unit, qualifier } }: Observation): BaseFigure {
  return [value.toFixed(), precision, unit, qualifier ?? '']
}

function toBaseClaim(claim: Composed['claims'][number], markdown: string): BaseClaim {
  return {
    words: plainMarks(markdown.slice(claim.start, claim.end)),
    sentence: sentenceAt(markdown, claim.start),
    rule: claim.text,
    isTrue: claim.verdict === 'holds',
  }
}

/** Plain words that are not true of the figures beside them: a claim that their author did not write as one. */
function falseWords({ text, start, end, diagnostic }: Composed['words'][number]): BaseClaim[] {
  if (diagnostic?.about !== 'claim') return []
  return [{ words: text.slice(start, end), sentence: text, rule: diagnostic.expected ?? '', isTrue: false }]
}

/** Ties texts to the figures that pages print in them, by slide and words; equal texts are matched in order. */
function markBy(pages: readonly Page[], { texts, tables }: LivingDeck): (text: LivingText) => MarkedText {
  const printed = new Map<string, Mark[][]>()
  for (const page of pages) {
    for (const { runs } of pageWords(page)) {
      const words = runs.filter(({ superscript }) => !superscript)
      const place = getPlace(page.number, runsText(words))
      printed.set(place, [...(printed.get(place) ?? []), getMarks(words)])
    }
  }
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  const standing = [texts.filter(({ kind }) => kind === 'text'), cells].map((some) =>
    groupBy(some, ({ slide, text }) => getPlace(slide, text)),
  )
  return (one) => {
    const place = getPlace(one.slide, one.text)
    const marks = printed.get(place) ?? []
    // Paragraphs and tables stand in lists of their own, whichever comes first on the slide.
    const [own = [], ...others] = standing.flatMap((places): LivingText[][] => {
      const some = places.get(place)
      return some ? [some] : []
    })
    const index = others.length === 0 && own.length === marks.length ? own.indexOf(one) : -1
    return { text: one.text, marks: marks.at(index) ?? [] }
  }
}

/** A text on its slide; the deck ties some words that are parted in the layout. */
function getPlace(slide: number, text: string): string {
  return `${slide} ${text.replaceAll('\u00a0', ' ')}`
}

/** A figure's number may be parted into runs, where a font lacks some of its characters. */
function getMarks(runs: readonly Run[]): Mark[] {
  const marks: Mark[] = []
  let start = 0
  for (const { text, observation } of runs) {
    const before = marks.at(-1)
    if (observation && before?.[2] === observation.key && before[0] + before[1] === start) {
      marks[marks.length - 1] = [before[0], before[1] + text.length, observation.key]
    } else if (observation) marks.push([start, text.length, observation.key])
    start += text.length
  }
  return marks
}
