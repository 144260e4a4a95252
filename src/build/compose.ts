import { type BoundSpecs, createBoundSpecs } from '../chart/bind/bind.ts'
import { hasGaps, withoutLacks } from '../dataset/read/gather-alike.ts'
import { type Diagnostic, errorAt, hasErrors, type Outcome, shortened } from '../diagnostic.ts'
import { checkPeriods } from '../document/complete/check-periods.ts'
import { completeDocument } from '../document/complete/complete.ts'
import { type DocumentKind, formOf } from '../document/formats.ts'
import { parseDocument } from '../document/parse/parse.ts'
import { fillTemplate } from '../document/template/fill.ts'
import { brandPages } from '../layout/brand-pages.ts'
import { layoutOnePage } from '../layout/pages/one-page.ts'
import { layoutPages } from '../layout/pages/pages.ts'
import { layoutSlides } from '../layout/slides/slides.ts'
import { stampPages } from '../layout/stamp-pages.ts'
import { runText } from '../layout/text/runs.ts'
import type { Theme } from '../theme/theme.ts'
import { getCheckAs } from '../trust/check-fresh.ts'
import { checkLanguage } from '../trust/check-language.ts'
import { checkWords } from '../trust/words/check-words.ts'
import { chartBinder } from './bind-charts.ts'
import { collectDiagnostics } from './collect-diagnostics.ts'
import { readBrand } from './read/read-brand.ts'
import type { Composed, Material } from './types.ts'

/** The documents of a report on their pages, those that can be laid out; faults of one leave the others whole. */
export function composeDocuments(material: Material): Outcome<Composed[]> {
  const { note, all } = collectDiagnostics()
  const kinds = [...material.templateInput.templates.keys()]
  const specs = createBoundSpecs(material.memory)
  const value = kinds.flatMap((kind) => note(compose(kind, inThemeOf(material, kind), specs)) ?? [])
  return { value, diagnostics: all() }
}

/** What documents of a kind are made from: pages in their own theme. */
export function inThemeOf<T extends Material>(material: T, kind: DocumentKind): T {
  return kind === 'deck' ? material : { ...material, theme: material.pageTheme }
}

/** Fills a document's template, parses what that says, completes it, and lays it out on slides or pages. */
export function compose(
  kind: DocumentKind,
  material: Material,
  specs: BoundSpecs = createBoundSpecs(material.memory),
): Outcome<Composed> {
  const { note, add, all } = collectDiagnostics()
  const { dataset, templateInput, theme, fonts, locale, reference, readPicture, memory } = material
  const { time } = material.stopwatch
  const failed = () => ({ value: undefined, diagnostics: all() })
  const template = templateInput.templates.get(kind)
  if (!template) return failed()
  const filled = note(
    time('fill', () =>
      fillTemplate({ template, partials: templateInput.partials, dataset, locale, symbols: theme.absent }),
    ),
  )
  if (!filled) return failed()
  const bind = chartBinder(kind, material, specs)
  const parsed = note(
    time('parse', () =>
      parseDocument(filled, { kind: formOf[kind], dataset, locale, bindChart: bind, readPicture, memory }),
    ),
  )
  if (!parsed) return failed()
  // What an error left out lacks everywhere.
  const isGapped = hasGaps(all())
  const reported = () => (isGapped ? withoutLacks(all()) : all())
  add([...checkPeriods(parsed, dataset), ...getCheckAs(parsed, dataset), ...checkLanguage(template, locale)])
  const found = time('check words', () => checkWords({ passages: parsed.passages, filled, dataset, locale, memory }))
  const words = isGapped ? found.filter(({ diagnostic }) => diagnostic?.about !== 'lack') : found
  const document = time('complete', () => completeDocument(parsed, material))
  const laid = note(time('lay out', () => layouts[kind](document, material)))
  if (!laid) return { value: undefined, diagnostics: reported() }
  if (kind === 'one-page' && laid.length > 1) add([tooLong(template.file, laid, theme)])
  // An organisation's template has its own logo.
  const brand = kind === 'deck' && reference ? {} : (note(readBrand(theme, readPicture)) ?? {})
  const branded = brandPages(laid, brand, theme)
  const pages = material.embargo ? stampPages(branded, material.embargo, theme, fonts) : branded
  const { markdown, claims } = filled
  const leftOut = [...filled.leftOut, ...parsed.leftOut]
  const diagnostics = reported()
  return {
    value: { kind, markdown, claims, leftOut, document, pages, words, isSound: !hasErrors(diagnostics) },
    diagnostics,
  }
}

const layouts = { deck: layoutSlides, briefing: layoutPages, 'one-page': layoutOnePage } as const

/** Of the words of one page, in points. */
const smallestBody = 9

function tooLong(file: string, pages: Composed['pages'], { page: { body } }: Theme): Diagnostic {
  const smaller = body > smallestBody ? `, or set smaller type in the theme: page: { body: ${smallestBody} }` : ''
  const place = { file, line: 1, column: 1 }
  const over = pages[1]?.items.find(({ type, role }) => type === 'text' && /^(?:body|subtitle|caption)$/.test(role))
  const from = over?.type === 'text' ? `, from “${shortened(runText(over.paragraphs[0]?.runs ?? []), 40)}” on` : ''
  return errorAt(place, `too long for one page: ${pages.length} pages${from}`, {
    hint: `say less or show fewer charts${smaller}`,
  })
}
