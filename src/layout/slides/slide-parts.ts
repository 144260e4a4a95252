import type { Place } from '../../diagnostic.ts'
import type { LayoutName } from '../../document/layout-names.ts'
import { type HeadedSection, headedSections } from '../../document/slides.ts'
import {
  type Block,
  type Document,
  type Heading,
  isPhoto,
  type KeyFigures,
  type SlideOptions,
  type SourceLine,
  type SpeakerNotes,
} from '../../document/types.ts'

/** A slide as its template says it: what goes where is not yet decided. */
export interface SlideParts {
  heading: Heading
  subtitle?: Heading | undefined
  layout: LayoutName
  section?: string | undefined
  /** What stands between title and foot. */
  body: Block[]
  sources: SourceLine[]
  notes: Block[]
  place: Place
}

/** Slides: a level-1 heading starts one, a level-2 right after is its subtitle. Sections last until the next. */
export function toSlideParts(document: Document): SlideParts[] {
  const groups = headedSections(document.blocks).filter(({ heading }) => heading.depth === 1)
  let section: string | undefined
  return groups.map((group, index) => {
    const parts = toParts(group, index === 0)
    section = parts.section ?? section
    return { ...parts, section }
  })
}

function toParts({ heading, below }: HeadedSection, isFirst: boolean): SlideParts {
  const options = below.filter((block): block is SlideOptions => block.type === 'slideOptions')
  const content = below.filter((block) => block.type !== 'slideOptions')
  const first = content[0]
  const subtitle = first?.type === 'heading' && first.depth === 2 ? first : undefined
  const rest = subtitle ? content.slice(1) : content
  const body = rest.filter((block) => block.type !== 'speakerNotes' && block.type !== 'sourceLine')
  return {
    heading,
    subtitle,
    layout: options.find(({ layout }) => layout !== undefined)?.layout ?? chooseLayoutName(body, isFirst),
    section: options.find((option) => option.section !== undefined)?.section,
    body,
    sources: rest.filter((block): block is SourceLine => block.type === 'sourceLine'),
    notes: rest
      .filter((block): block is SpeakerNotes => block.type === 'speakerNotes')
      .flatMap((notes) => notes.children),
    place: heading.place,
  }
}

/** The layout that content asks for where the template names none. */
export function chooseLayoutName(body: readonly Block[], isFirst: boolean): LayoutName {
  const has = (type: Block['type']): boolean => body.some((block) => block.type === type)
  const charts = body.filter((block) => block.type === 'chart').length
  if (isFirst && body.every((block) => block.type === 'paragraph')) return 'title'
  if (body.length === 0) return 'section'
  const [only] = body.length === 1 ? body : []
  if (only?.type === 'list' && only.isContents) return 'agenda'
  if (only?.type === 'columns' && only.columns.length === 3) return 'three-columns'
  if (only && isPhoto(only)) return 'picture'
  if (body.filter(isPhoto).length === 1 && charts === 0 && !has('columns')) return 'picture-and-text'
  if (has('columns') || charts === 2) return 'two-charts'
  if (isBigNumber(body)) return 'big-number'
  if (isCardsAndChart(body)) return 'key-figures'
  if (charts === 1) return body.length === 1 ? 'chart' : 'chart-and-text'
  if (has('table')) return 'table'
  if (body.length === 1 && has('quote')) return 'quote'
  return has('keyFigures') ? 'key-figures' : 'text'
}

/** Whether blocks are one key figure, with a chart, or text, or both. */
export function isBigNumber(body: readonly Block[]): boolean {
  const figures = body.filter((block): block is KeyFigures => block.type === 'keyFigures')
  const charts = body.filter(({ type }) => type === 'chart')
  const others = body.filter(({ type }) => type !== 'keyFigures' && type !== 'chart')
  const isText = others.every(({ type }) => type === 'paragraph' || type === 'list')
  return figures.length === 1 && figures[0]?.figures.length === 1 && charts.length <= 1 && isText
}

/** Whether blocks are key figures and one chart. */
export function isCardsAndChart(body: readonly Block[]): boolean {
  return body.length === 2 && body[0]?.type === 'keyFigures' && body[1]?.type === 'chart'
}
