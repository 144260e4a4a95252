import { type Marking, toMarking } from '../../dataset/figure/status-marks.ts'
import type { Revisions } from '../../dataset/revisions.ts'
import type { Dataset } from '../../dataset/types.ts'
import type { Locale } from '../../locale/types.ts'
import type { Theme } from '../../theme/theme.ts'
import { splitSlides } from '../slides.ts'
import type { Document, Inline } from '../types.ts'
import { addTrends } from './add-trends.ts'
import { completeNotes } from './complete-notes.ts'
import { listRevisions } from './list-revisions.ts'
import { markStatuses } from './mark-statuses.ts'
import { noteRounding } from './note-rounding.ts'
import { numberFigures } from './number-figures.ts'
import { numberNotes } from './number-notes.ts'
import { sayScaleOnce } from './say-scale-once.ts'
import { scaleColumns } from './scale-columns.ts'
import { addSourceLines } from './sources/add-source-lines.ts'
import { placeSources } from './sources/place-sources.ts'
import { tagLanguages } from './tag-languages.ts'

/** What a document is completed from. */
interface Completing {
  dataset: Dataset
  locale: Locale
  theme: Theme
  revisions?: Revisions | undefined
}

/** Adds what authors need not write: source lines, numbering, marks of status, figures in notes, languages. */
export function completeDocument(parsed: Document, completing: Completing): Document {
  return tagLanguages(completeWords(parsed, completing))
}

function completeWords(parsed: Document, completing: Completing): Document {
  const { dataset, locale, revisions } = completing
  const scaled = scaleColumns(parsed, dataset, locale)
  // Before all else, so that a note's figures are reported on the slide or page where it stands.
  const noted = numberNotes(scaled.kind === 'deck' ? dateCover(scaled) : scaled)
  const revised = revisions ? listRevisions(noted, dataset, locale, revisions) : noted
  const sourced = addSourceLines(addTrends(revised, dataset, locale), dataset, locale)
  const mark = (document: Document) => markStatuses(document, getMarking(completing), dataset, locale)
  if (parsed.kind === 'deck') return completeNotes(mark(noteRounding(sourced, dataset, locale)), dataset, locale)
  const numbered = placeSources(numberFigures(sayScaleOnce(sourced), locale), dataset, locale)
  return mark(noteRounding(numbered, dataset, locale))
}

/** The marks of figures' statuses, as the theme and the report's revisions have them. */
export function getMarking({ theme, locale, revisions }: Omit<Completing, 'dataset'>): Marking {
  return toMarking(theme.marks, locale.text, revisions?.revised.keys())
}

/** A deck whose cover says when the report was compiled, where it looks back; a briefing says it in its masthead. */
function dateCover(document: Document): Document {
  const [cover, ...others] = splitSlides(document.blocks)
  const isCover = cover?.some((block) => block.type === 'slideOptions' && block.layout === 'title')
  const last = cover?.findLast((block) => block.type === 'paragraph')
  if (document.compiled === undefined || !cover || !isCover || !last) return document
  const line: Inline[] = [{ type: 'break' }, { type: 'text', value: document.compiled }]
  const dated = cover.map((block) => (block === last ? { ...last, children: [...last.children, ...line] } : block))
  return { ...document, blocks: [dated, ...others].flat() }
}
