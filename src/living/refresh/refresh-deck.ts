import { alignBuilds, alignSlides } from '../../build/base/align-texts.ts'
import type { BaseClaim, BaseText, DeckBase } from '../../build/base/base-types.ts'
import { findBase, hashFiles, isUnedited, toBaseElement } from '../../build/base/carry-base.ts'
import type { LivingDeck, LivingText } from '../../build/base/living-types.ts'
import { readLivingDeck } from '../../build/base/read-living-deck.ts'
import { getDimensions } from '../../dataset/figure/series.ts'
import { findObservation } from '../../dataset/find.ts'
import type { Category, Indicator } from '../../dataset/types.ts'
import { constants } from '../../memory/derived.ts'
import { parseXml } from '../../opc/parse-xml.ts'
import { emu } from '../../opc/shape-box.ts'
import { descendants, element, toXml, type XmlElement } from '../../opc/xml.ts'
import { writeZip } from '../../opc/zip.ts'
import { datesIn } from '../../trust/evidence/mention-period.ts'
import { readNumbers } from '../../trust/numbers/numbers-in-text.ts'
import { normalizedText, oneSpaced } from '../../trust/verify/mention-key.ts'
import { isTitle, placedShapes } from '../../trust/verify/read/placed-shapes.ts'
import { addItems, lettersAcross, textOf } from '../add/add-items.ts'
import { addSlides } from '../add/add-slides.ts'
import { findFreshItems, withoutItems } from '../add/fresh-items.ts'
import { createFigures } from '../merge/figures.ts'
import { writeCarried } from '../write/add-parts.ts'
import { addComments, commentsOn } from '../write/comments.ts'
import { openEditor, type PackageEditor } from '../write/edit-package.ts'
import { refreshCharts } from './charts/refresh-charts.ts'
import { refreshPictures } from './charts/refresh-pictures.ts'
import { followPlaces } from './follow-places.ts'
import { refreshTables } from './tables/refresh-tables.ts'
import { formerNames } from './texts/former-names.ts'
import { isShown } from './texts/match-texts.ts'
import { type RefreshedTexts, refreshTexts } from './texts/refresh-texts.ts'
import { type FreshItem, isSlideGone, noted, type RefreshEntry, type Refreshing, toSettle, updated } from './types.ts'

/** What a build makes of the report now. */
export interface PresentDeck {
  bytes: Uint8Array
  base: DeckBase
}

/** A deck brought up to date, and what was done. */
export interface RefreshedDeck {
  /** Undefined where nothing in it is to change. */
  bytes: Uint8Array | undefined
  entries: RefreshEntry[]
  /** The parts that are not as they were. */
  changed: readonly string[]
  slides: number
  /** People's wording of what the build prints too. */
  reworded: RefreshedTexts['reworded']
}

export interface RefreshInput {
  deck: Uint8Array
  /** What the build of the deck knew. */
  base: DeckBase
  present: PresentDeck
  /** What an adopted deck cannot say anew, by the slides of its base. */
  unsettled?: readonly RefreshEntry[] | undefined
  /** The present figures, and the language of the deck. */
  report: Refreshing['report']
  /** The day that archive and comments are dated to. */
  date: Date
  /** Whether slides of the present build that the deck lacks are put in, and what its slides show more. */
  addsSlides?: boolean | undefined
}

/**
 * Brings a deck's figures to their present state and leaves all else as it is: what its build knew, what people made of
 * it and what a build makes now are
 * merged as git merges texts. Throws UnreadableFile for what is no deck.
 */
export function refreshDeck({
  deck,
  base,
  present,
  unsettled = [],
  report,
  date,
  addsSlides = false,
}: RefreshInput): RefreshedDeck {
  const editor = openEditor(deck)
  const carried = findBase(editor)
  const { base: ours } = present
  const whole = readLivingDeck(editor)
  const theirs = withoutOlder(whole, base, report)
  const slides = { theirs: alignSlides(base.texts, theirs.texts), ours: alignBuilds(base.texts, ours.texts) }
  const figures = createFigures(base, ours)
  const opened = openEditor(present.bytes)
  const refreshing: Refreshing = {
    editor,
    theirs,
    base,
    ours,
    built: { deck: readLivingDeck(opened), opened },
    figures,
    ...getNames(report),
    report,
    slides,
    date,
    fresh: findFreshItems({ base, ours, theirs, slides }),
  }
  const { fresh } = refreshing
  const texts = refreshTexts(refreshing)
  const places = followPlaces(refreshing)
  const missing = getMissing(refreshing)
  const changed = [...texts.entries, ...refreshTables(refreshing), ...refreshCharts(refreshing)]
  const found = [
    ...changed,
    ...formerHeads(refreshing, texts, changed),
    ...formerNames(refreshing, changed),
    ...refreshPictures(refreshing),
    ...places,
    ...findLongTitles(refreshing),
    ...findFalseWords(refreshing, texts),
    ...standing(unsettled, slides.theirs),
    ...slidesGone(refreshing),
    ...(addsSlides ? addItems(refreshing, fresh) : fresh.map((one) => shownMore(one, refreshing))),
    ...missing.map((number) => missingSlide(number, ours, addsSlides)),
  ]
  const entries = [...found, ...stillAsked(found, { ...refreshing, theirs: whole })].sort((a, b) => a.slide - b.slide)
  if (addsSlides) addSlides(refreshing, missing)
  comment(entries, refreshing)
  const lacks = addsSlides ? [] : missing
  const had = addsSlides || fresh.length === 0 ? ours : withoutItems(ours, fresh)
  const next: DeckBase = lacks.length > 0 ? { ...had, lacks } : had
  const length = theirs.slides.length + (addsSlides ? missing.length : 0)
  if (editor.changed().length === 0 && isSameBase(carried?.base, next))
    return { bytes: undefined, entries, changed: [], slides: length, reworded: texts.reworded }
  const part = writeCarried(editor, carried?.part, toXml(toBaseElement(next)))
  if (carried && isUnedited(editor, carried)) sealAnew(editor, part, next)
  return {
    bytes: writeZip(editor.files(), date),
    entries,
    changed: editor.changed(),
    slides: length,
    reworded: texts.reworded,
  }
}

/** A deck without slides that its last build no longer had: they are dated as of another period than that build. */
function withoutOlder(deck: LivingDeck, base: DeckBase, { dataset, locale }: Refreshing['report']): LivingDeck {
  const { texts, tables, charts } = deck
  const saying = (texts: readonly BaseText[] | readonly LivingText[], periods: Iterable<string>) => {
    const dates = [...periods]
      .flatMap((one) => [locale.asOf(one, 'stock'), locale.asOf(one, 'flow')])
      .map(normalizedText)
    return new Set(texts.flatMap(({ slide, text }) => (dates.includes(normalizedText(text)) ? [slide] : [])))
  }
  const [current, built] = [saying(texts, [base.report.period]), saying(base.texts, [base.report.period])]
  const dated = saying(texts, new Set([...dataset.observations.values()].map(({ period }) => period)))
  if ([...dated].every((slide) => current.has(slide))) return deck
  const aligned = alignSlides(base.texts, texts)
  // Slides without a foot say no date of their build.
  const isDated = (former: number | undefined) => former === undefined || built.has(former)
  const isOlder = (slide: number) => dated.has(slide) && !current.has(slide) && isDated(aligned.get(slide))
  const stays = ({ slide }: { slide: number }) => slide === 0 || !isOlder(slide)
  return { ...deck, texts: texts.filter(stays), tables: tables.filter(stays), charts: charts.filter(stays) }
}

/** What is to be settled, by the slides of the deck; of slides that it has no more nothing is. */
function standing(entries: readonly RefreshEntry[], slides: ReadonlyMap<number, number>): RefreshEntry[] {
  const places = new Map([...slides].map(([slide, built]) => [built, slide]))
  return entries.flatMap((entry) => {
    const slide = entry.slide === 0 ? 0 : places.get(entry.slide)
    return slide === undefined ? [] : [{ ...entry, slide }]
  })
}

/** What a figure, and the parts that it is of, are called in the language of the deck. */
function getNames({ dataset, locale }: Refreshing['report']): Pick<Refreshing, 'labelOf' | 'partsOf'> {
  const find = (key: string) => {
    const { indicator = '', categories = {} } = findObservation(dataset, key) ?? {}
    return { indicator: dataset.indicators.get(indicator), categories }
  }
  const namesOf = ({ label, short, said }: Category | Indicator) => [
    ...[label, short].map(locale.text),
    ...(said ? locale.text(said).split(/[,，]/) : []),
  ]
  const labels = constants((key: string) => {
    const { indicator } = find(key)
    return indicator ? namesOf(indicator) : []
  })
  const parts = constants((key: string) => {
    const { indicator, categories } = find(key)
    const all = indicator ? getDimensions(indicator.id, dataset) : []
    return all.flatMap((dimension) => {
      const category = dimension.categories.get(categories[dimension.id] ?? '')
      return category ? namesOf(category) : []
    })
  })
  return { labelOf: labels, partsOf: parts }
}

/** A deck that nobody has edited is known as such after the refresh too. */
function sealAnew(editor: PackageEditor, part: string, ours: DeckBase): void {
  const { name, attributes, children } = toBaseElement(ours)
  const hash = hashFiles(editor.files(), part.slice(1))
  editor.set(part, toXml(element(name, { ...attributes, hash }, children)))
}

function isSameBase(a: DeckBase | undefined, { lacks, ...rest }: DeckBase): boolean {
  const { lacks: before, ...others } = a ?? {}
  return JSON.stringify(others) === JSON.stringify(rest) && String(before ?? []) === String(lacks ?? [])
}

/** The slides of the present build that the deck has never had; those that people have taken out are not among them. */
function getMissing({ base, ours, slides, theirs }: Refreshing): number[] {
  const standing = new Set(theirs.slides.map((_, index) => slides.theirs.get(index + 1)))
  const numbers = ours.slides.map((_, index) => index + 1)
  return numbers.filter((number) => {
    const former = slides.ours.get(number)
    return former === undefined || (base.lacks?.includes(former) === true && !standing.has(former))
  })
}

function missingSlide(number: number, { slides }: DeckBase, isPutIn: boolean): RefreshEntry {
  const item = slides[number - 1] ?? ''
  return isPutIn
    ? updated({ slide: 0, item }, '', 'a slide of the present build')
    : noted({ slide: 0, item }, `a slide of the present build that the deck has not: ${item} (--add puts it in)`)
}

/** Says on the slides what is to be settled there. */
function comment(entries: readonly RefreshEntry[], { editor, theirs, date }: Refreshing): void {
  const comments = entries.flatMap(({ kind, slide, item, message = '' }) => {
    const part = theirs.slides[slide - 1]?.part
    return kind === 'settle' && part !== undefined ? [{ part, text: `${item}: ${message}` }] : []
  })
  addComments(editor, comments, date)
}

/** What former refreshes asked that still stands after this one, in comments that nobody removed or resolved. */
function stillAsked(found: readonly RefreshEntry[], { editor, theirs }: Refreshing): RefreshEntry[] {
  const edited = new Map(found.map(({ slide, before, after }) => [`${slide} ${before}`, after]))
  const told = new Set(found.map(({ slide, message }) => `${slide} ${quoted(message)}`))
  const cells = theirs.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  const charts = theirs.charts.map(({ slide, item }) => ({ slide, item, text: undefined }))
  return [...theirs.texts, ...cells, ...charts].flatMap(({ slide, item, text }) => {
    const says = normalizedText(edited.get(`${slide} ${text}`) ?? text ?? '')
    const comments = commentsOn(editor, theirs.slides[slide - 1]?.part, true)
    const asked = comments.filter((one) => one.startsWith(`${item}: `)).map((one) => one.slice(item.length + 2))
    // Of a chart what is asked about it as a whole.
    const isOfIt = (message: string) => (text === undefined ? !message.includes('“') : says.includes(quoted(message)))
    const about = (message: string) => isOfIt(message) && !told.has(`${slide} ${quoted(message)}`)
    const open = new Map(asked.filter(about).map((message) => [quoted(message), message]))
    return [...open.values()].map((message) => toSettle({ slide, item }, message, says))
  })
}

/** The number that a message is about, or the sentence with the untrue word; else what no text says. */
function quoted(message = ''): string {
  return normalizedText(/^(?:not true: “.*?” in )?“(.+?)”/.exec(message)?.[1] ?? message)
}

/** Words of the present build that its figures make false, where the deck has them: each must be warned of. */
function findFalseWords({ ours }: Refreshing, { pairs }: RefreshedTexts): RefreshEntry[] {
  return ours.claims
    .filter(({ isTrue }) => !isTrue)
    .flatMap((claim): RefreshEntry[] => {
      const message = `not true any more: “${claim.words}” (${claim.rule})`
      const places = getPlaces(claim, ours.texts)
      if (places.length === 0) return [toSettle({ slide: 0, item: 'Deck' }, message, claim.sentence)]
      const standing = [...pairs].filter(([{ kind }, { ours: now }]) => kind !== 'file' && now && places.includes(now))
      return standing.map(([text]) => toSettle(text, message, oneSpaced(text.text)))
    })
}

/** The texts with a sentence; for one spread over several, or in a table, the texts with its words. */
function getPlaces({ sentence, words }: BaseClaim, texts: readonly BaseText[]): readonly BaseText[] {
  const says = (part: string) => texts.filter(({ text }) => oneSpaced(text).includes(oneSpaced(part)))
  const whole = says(sentence.replace(/^:::\S+\s/, ''))
  return whole.length > 0 ? whole : says(words)
}

/** What the deck cannot follow by itself: slides that the report has no more. */
function slidesGone(refreshing: Refreshing): RefreshEntry[] {
  const { base, slides, theirs } = refreshing
  return theirs.slides.flatMap((_, index): RefreshEntry[] => {
    const item = base.slides[(slides.theirs.get(index + 1) ?? 0) - 1]
    if (item === undefined || !isSlideGone(index + 1, refreshing)) return []
    return [noted({ slide: index + 1, item }, `slide ${index + 1} is not in the report any more: ${item}`)]
  })
}

function shownMore({ kind, of, slide, item }: FreshItem, { ours }: Refreshing): RefreshEntry {
  const own = ours.texts.filter((one) => kind === 'texts' && one.slide === of && one.item === item)
  const words = own.length > 0 ? ` (“${own.map(({ text }) => text).join(' ')}”)` : ''
  return noted({ slide, item }, `slide ${slide}: the report shows more here now: ${item}${words} (--add puts it in)`)
}

/**
 * People's own heads of slides, boxes and charts that name the former period, over figures that have moved on
 * or on the first slide, which names the deck.
 */
function formerHeads(
  { theirs, base, ours, report: { locale } }: Refreshing,
  { pairs }: Pick<RefreshedTexts, 'pairs'>,
  changed: readonly RefreshEntry[],
): RefreshEntry[] {
  const [former, present] = [base.report.period, ours.report.period]
  if (former === present) return []
  const names = (text: string, period: string) =>
    datesIn(text, locale.language).some((date) => date.period === period) ||
    [locale.period(period), locale.period(period, 'short')].some((said) =>
      normalizedText(text).toLowerCase().includes(normalizedText(said).toLowerCase().replace(/^the /, '')),
    )
  const isOver = new Set([1, ...changed.flatMap(({ kind, slide }) => (kind === 'updated' ? [slide] : []))])
  return theirs.texts.flatMap((text) => {
    const built = pairs.get(text)
    const isOwn = isShown(text) && !(built && names(`${built.base.text} ${built.ours?.text ?? ''}`, former))
    const isSentence = /[.!?;。！？；]\s*$/.test(text.text)
    const isHead = !isSentence && readNumbers(text.text, locale.language).every(({ kind }) => kind !== 'number')
    return isOwn && isHead && isOver.has(text.slide) && names(text.text, former) && !names(text.text, present)
      ? [toSettle(text, `names ${locale.period(former)}; the report is about ${locale.period(present)} now`, text.text)]
      : []
  })
}

/**
 * People's own titles that run over what is below them, roughly, without knowing their font.
 * A build's titles fit, and PowerPoint fits what its layout allows.
 */
function findLongTitles({ editor, theirs, ours }: Refreshing): RefreshEntry[] {
  const printed = new Set(ours.texts.map(({ text }) => normalizedText(text)))
  return theirs.slides.flatMap(({ part }, index) => {
    const slide = parseXml(editor.text(part))
    const present = { ...editor, xml: (name = '') => (name === part ? slide : editor.xml(name)) }
    const [layout] = editor.related(part, 'slideLayout')
    const models = [layout, editor.related(layout, 'slideMaster')[0]].map((one) => editor.xml(one))
    return placedShapes(present, part).flatMap(({ element, name, box }): RefreshEntry[] => {
      if (!isTitle(element) || printed.has(normalizedText(textOf(element)))) return []
      const [size, isFitted] = titleLook(element, models)
      const lines = Math.ceil((lettersAcross(textOf(element), 0.48) * size * emu) / box.width)
      if (isFitted || lines * size * emu <= box.height) return []
      return [
        noted({ slide: index + 1, item: name }, `slide ${index + 1}: ${name} has more words than room: shorten it`),
      ]
    })
  })
}

/** A title's type size in points, from runs, layout or master, and whether PowerPoint shrinks a long title. */
function titleLook(title: XmlElement, models: readonly (XmlElement | undefined)[]): [size: number, isFitted: boolean] {
  const placeholders = models.flatMap((root) => descendants(root, 'p:sp').find(isTitle) ?? [])
  const styles = models.flatMap((root) => descendants(root, 'p:titleStyle'))
  const shapes = [title, ...placeholders]
  const found = [...shapes, ...styles].flatMap((one) => [...descendants(one, 'a:rPr'), ...descendants(one, 'a:defRPr')])
  const size = found.flatMap(({ attributes }) => (attributes.sz === undefined ? [] : Number(attributes.sz) / 100))[0]
  return [size ?? 0, shapes.some((one) => descendants(one, 'a:normAutofit').length > 0)]
}
