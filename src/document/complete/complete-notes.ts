import type { Dataset } from '../../dataset/types.ts'
import type { Place } from '../../diagnostic.ts'
import type { Locale } from '../../locale/types.ts'
import { plainText } from '../plain-text.ts'
import { countFigures } from '../say/count-figures.ts'
import { splitSlides } from '../slides.ts'
import type { Block, Document, Inline, SpeakerNotes } from '../types.ts'
import { explainObservation } from './explain-observation.ts'
import { observationsIn } from './observations-in.ts'
import { sourceWords } from './sources/source-words.ts'

/** A chart or table of more figures is summed up in the notes: it shows them all. */
const mostListed = 8

/**
 * The deck with completed speaker notes: the author's own first,
 * then each figure of the slide with its exact and previous value, definition, caveat and source.
 */
export function completeNotes(document: Document, dataset: Dataset, locale: Locale): Document {
  return { ...document, blocks: splitSlides(document.blocks).flatMap((slide) => completeSlide(slide, dataset, locale)) }
}

function completeSlide(slide: readonly Block[], dataset: Dataset, locale: Locale): Block[] {
  const [first] = slide
  const own = slide.filter((block): block is SpeakerNotes => block.type === 'speakerNotes')
  const others = slide.filter((block) => block.type !== 'speakerNotes')
  const place = own[0]?.place ?? first?.place
  if (!place) return others
  const said = own.flatMap((notes) => notes.children)
  const children = [...said, ...figureNotes(others, said, dataset, locale, place)]
  return children.length === 0 ? others : [...others, { type: 'speakerNotes', children, place }]
}

/** A lead line and a list of figures, in order of appearance, with those that only the notes mention last. */
function figureNotes(
  blocks: readonly Block[],
  said: readonly Block[],
  dataset: Dataset,
  locale: Locale,
  place: Place,
): Block[] {
  const parts = blocks.flatMap((block) => (block.type === 'columns' ? block.columns.flat() : [block]))
  const listed = observationsIn([...parts.filter((block) => !isSummedUp(block)), ...said])
  const items = [
    ...listed.map((observation, index) => explainObservation(dataset, locale, observation, listed.slice(0, index))),
    ...parts.filter(isSummedUp).map((block) => sumUp(block, dataset, locale)),
  ]
  if (items.length === 0) return []
  const title: Inline = { type: 'strong', children: [{ type: 'text', value: locale.word('figuresShown') }] }
  return [
    { type: 'paragraph', children: [title], place },
    {
      type: 'list',
      ordered: false,
      start: 1,
      items: items.map((children) => [{ type: 'paragraph', children, place }]),
      place,
    },
  ]
}

/** Whether a block of speaker notes is the line below which the figures shown are listed. */
export function isFiguresShown(block: Block, locale: Locale): boolean {
  const [only] = block.type === 'paragraph' ? block.children : []
  return only?.type === 'strong' && plainText(only.children) === locale.word('figuresShown')
}

function isSummedUp(block: Block): boolean {
  return (block.type === 'chart' || block.type === 'table') && observationsIn([block]).length > mostListed
}

/** `Chart: 36 figures, Mar 2020 to Dec 2023. Sources: …` */
function sumUp(block: Block, dataset: Dataset, locale: Locale): Inline[] {
  const observations = observationsIn([block])
  const kind = locale.word(block.type === 'chart' ? 'chart' : 'table')
  const caption = 'caption' in block && block.caption ? locale.aside(kind, plainText(block.caption)) : kind
  const what = countFigures(observations, locale)
  return [
    { type: 'strong', children: [{ type: 'text', value: caption }] },
    { type: 'text', value: `${locale.word('colon')}${what}${locale.word('sentenceEnd')}` },
    ...sourceWords(dataset, locale, observations),
  ]
}
