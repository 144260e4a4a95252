import { periodsOverlap, periodYear } from '../../dataset/figure/period.ts'
import { powerOfTen } from '../../dataset/figure/unit/power-of-ten.ts'
import type { Observation } from '../../dataset/types.ts'
import type { DocumentKind } from '../../document/formats.ts'
import type { Picture, Size } from '../../graphics/types.ts'
import { getLanguage } from '../../locale/languages.ts'
import { isHeld } from '../../locale/words/held.ts'
import { datesAmong, isComparedWith, partsNamed } from '../evidence/mention-period.ts'
import { countsEveryday } from '../numbers/check-loose-numbers.ts'
import { type FigureIndex, findFigures, type MentionContext, nearestFigure } from '../numbers/figure-index.ts'
import { type NumberInText, type NumberMention, readNumbers, scalesNamed } from '../numbers/numbers-in-text.ts'
import { findPhrases } from '../words/phrases.ts'
import { readWords } from '../words/read-words.ts'
import { getTokens } from '../words/tokens.ts'
import { differences } from './align.ts'
import { compareWording, createNames, type NameTree } from './compare-wording.ts'
import { directionBefore } from './direction.ts'
import { type ExpectedMention, type ExpectedText, mentionsIn } from './expected-text.ts'
import { goneParts } from './gone-parts.ts'
import { createTextMatcher, type TextMatch, type TextMatcher } from './match-texts.ts'
import { mentionKey, normalizedText, oneSpaced, unspaced, valueKey } from './mention-key.ts'
import type { FoundDocument, FoundPicture, FoundText } from './read/found-document.ts'
import { cellIndexAt, hasSameCells, inBuiltColumns, turnedCell } from './table-cells.ts'
import type { Finding, Proof, Reworded, Verification } from './verification.ts'
import { verifyCharts } from './verify-charts.ts'
import { similarity, type WordBag, wordBag } from './word-bag.ts'

/** What a finished file is held against: what the report's build prints, and all the figures of its dataset. */
export interface Standard {
  /** BCP 47 tag of the language that files are read in. */
  language: string
  expected: readonly ExpectedText[]
  /** What the deck prints as a PDF. */
  slidesOnPaper?: readonly ExpectedText[] | undefined
  /** What the report's things are called: with them, words that were exchanged are found. */
  names?: NameTree | undefined
  /** Whether a figure is of one of the things that are named by their ids. */
  isAbout?: ((figure: Observation, ids: readonly string[]) => boolean) | undefined
  /** Whether a figure is of the report's own period. */
  isOfNow?: ((figure: Observation) => boolean) | undefined
  /** The pictures that the build itself sets, and what its template shows behind slides. */
  own?: { pictures: readonly Picture[]; behind: readonly string[]; drawings?: readonly string[] } | undefined
  /** Whether it is of slides printed as a PDF. */
  isOnPaper?: boolean | undefined
  /** Whether it is of slides as PowerPoint has them. */
  isDeck?: boolean | undefined
  /** Asked for only where a text is not as the build prints it. */
  figures(): FigureIndex
}

/** Says of each number whether it is proved (figure, derived, allowed words), and what else changed or is unknown. */
export function verifyDocument(found: FoundDocument, standard: Standard): Verification {
  const own = new Set(standard.own?.behind)
  const others = (found.behind?.() ?? []).filter(({ text }) => !own.has(text))
  const { texts, charts, gone } = judgeDocument({ ...found, texts: [...found.texts, ...others] }, standard)
  const figures = standard.figures()
  const whole = texts.map((one) => (one.exact ? withBuilt(one, one.exact, figures) : one))
  const counts = { figures: charts.proved, derived: 0, allowed: 0 }
  for (const { proofs } of whole) for (const proof of proofs) counts[proof] += 1
  return {
    kind: found.kind,
    file: found.file,
    pages: found.pages,
    counts,
    findings: [...whole.flatMap(({ findings }) => findings), ...charts.findings],
    reworded: [...whole.flatMap(({ reworded = [] }) => reworded), ...charts.reworded, ...gone()],
    texts: { number: texts.length, known: texts.filter(({ exact }) => exact !== undefined).length },
    pictures: found.pictures
      .filter((one) => !isOwn(one, standard))
      .map(({ page, number, item }) => `${item === 'Stamp' ? 'stamp' : 'picture'} ${number}${where(found.kind, page)}`),
  }
}

function where(kind: FoundDocument['kind'], page: number | undefined): string {
  return page === undefined ? '' : ` on ${kind === 'deck' ? 'slide' : 'page'} ${page}`
}

/** Whether a picture is the build's: byte for byte, or in a PDF by proportions, as programs reduce its pixels. */
function isOwn({ bytes, svg, width = 0, height = 0 }: FoundPicture, { own }: Standard): boolean {
  if (svg !== undefined) return own?.drawings?.includes(svg) !== false
  const isLike = (picture: Size) =>
    height > 0 && Math.abs(width * picture.height - height * picture.width) <= 0.01 * height * picture.width
  return own?.pictures.some((one) => (bytes ? Buffer.compare(one.bytes, bytes) === 0 : isLike(one))) ?? false
}

/** The numbers of a file that are not proved, without counts: for a file just made, whose texts are mostly right. */
export function findUnproved(found: FoundDocument, standard: Standard): Finding[] {
  const { texts, charts } = judgeDocument(found, standard)
  return [...texts.flatMap(({ findings }) => findings), ...charts.findings]
}

interface JudgedDocument {
  texts: Judgement[]
  charts: ReturnType<typeof verifyCharts>
  /** Pages of the build that are not there, and what is not there on others. */
  gone(): Reworded[]
}

function judgeDocument(found: FoundDocument, standard: Standard): JudgedDocument {
  const own = getExpected(found, standard)
  const matcher = createTextMatcher(own, found.texts)
  const isOnPaper = own === standard.slidesOnPaper
  const of = { ...standard, isOnPaper, isDeck: found.kind === 'deck' }
  // A deck's bookmarks are of the program that printed it.
  const said = found.texts.filter(({ item }) => !isOnPaper || item !== 'Bookmark')
  const texts = said.map((text) => judgeText(text, matcher, of))
  const held = new Set(texts.flatMap(({ like }) => like ?? []))
  return {
    texts,
    charts: verifyCharts(found.charts, own, matcher.pageOf, standard),
    gone: () => [
      ...hiddenWords(found, texts, isOnPaper ? standard.expected.filter(({ isRunning }) => isRunning) : []),
      ...(isOnPaper ? [] : newLinks(found, own, matcher)),
      ...goneParts(found, own, matcher.pageOf, held),
    ],
  }
}

/** What the build prints of the document; for a PDF the briefing, page or deck with which it shares most texts. */
function getExpected(
  { kind, texts }: FoundDocument,
  { expected, slidesOnPaper = [] }: Standard,
): readonly ExpectedText[] {
  const made = (of: DocumentKind) => expected.filter(({ document }) => document === of)
  if (kind === 'deck') return made('deck')
  const found = new Set(texts.map(({ text }) => oneSpaced(text)))
  // What a deck says on each slide counts once.
  const shared = (built: readonly ExpectedText[]) => {
    const words = new Set(built.map(({ text }) => oneSpaced(text)))
    return [...found].filter((text) => words.has(text)).length
  }
  const [briefing, ...others] = [made('briefing'), made('one-page'), slidesOnPaper]
  return others.reduce((most, other) => (shared(other) > shared(most) ? other : most), briefing)
}

interface Judgement {
  text: FoundText
  /** The built text that it is to the letter: all its numbers are proved. */
  exact?: ExpectedText
  /** The built text that it is held against. */
  like?: ExpectedText | undefined
  proofs: Proof[]
  findings: Finding[]
  reworded?: Reworded[]
}

/** What stands beside a page's structure: but for heads and feet it is new. */
function judgeLoose(text: FoundText, matcher: TextMatcher, standard: Standard): Judgement {
  const { left, lost } = matcher.rest(text)
  const rest = { ...text, text: left, isLoose: false }
  const isAlone = { exact: () => undefined, match: (one: FoundText) => ({ ...matcher.match(one), like: undefined }) }
  const judged = judgeText(rest, { ...matcher, ...isAlone }, standard)
  if (left === '' || lost === undefined) return judged
  const { page, item } = text
  return { ...judged, reworded: [{ what: 'reworded', page, item, was: lost, is: left }] }
}

/** A row of a table whose columns were moved or left out, in those of the build. */
function inOrder(row: FoundText, matcher: TextMatcher): FoundText {
  const like = matcher.hasMoved(row) ? matcher.match({ ...row, text: row.head ?? '' }).like : undefined
  const built = like && matcher.match(row).like
  const text = built && inBuiltColumns(row, like.text, built.text)
  return text === undefined ? row : { ...row, text, head: like?.text }
}

function judgeText(found: FoundText, matcher: TextMatcher, standard: Standard): Judgement {
  if (found.isLoose && !standard.isOnPaper) return judgeLoose(found, matcher, standard)
  const text = inOrder(found, matcher)
  const exact = matcher.exact(text)
  if (exact) {
    const other = standard.names && matcher.displaced(text)
    const was = standard.names && matcher.otherMarks(text)
    const { page, item, marks: is = '' } = text
    if (was !== undefined)
      return { text, exact, proofs: [], findings: [], reworded: [{ what: 'reworded', page, item, was, is }] }
    // A column that was left out is missed.
    const like = text !== found && hasSameCells(found, exact.text) ? matcher.match(found).like : undefined
    return { text, exact, like, proofs: [], ...(other ? judgeWords(text, other, standard) : noWords) }
  }
  const mentions = readNumbers(text.text, standard.language)
  if (mentions.length === 0 && !standard.names) return { text, proofs: [], findings: [] }
  const { like, there } = matcher.match(text)
  const words = standard.names ? judgeWording(text, like, matcher, standard) : noWords
  if (mentions.length === 0) return { text, like, proofs: [], ...words }
  const figures = standard.figures()
  const { language } = standard
  const maySay = like ? undefined : maySayOf(text.text, standard)
  const isReworded = words.reworded.length > 0
  const judge: Judge = { text, figures, there, context: getContext(text, language), language, maySay, isReworded }
  const built = matcher.hasMoved(text) ? like && { ...like, medium: 'text' as const } : like
  const { same, pairs, alone } = pairMentions(text, mentions, built)
  const judgements = [
    ...pairs.map(({ gone, come }) => judgeChanged(gone, come, judge)),
    ...alone.map((mention) => judgeAlone(mention, judge)),
  ]
  const findings = judgements.filter((one): one is Finding => typeof one !== 'string')
  // A number of a new text that says no quantity by its form is reported, not called wrong.
  const isNew = ({ mention }: Finding) =>
    mention !== undefined && (like ? isNote(mention, text, like) : isBareNew(mention) || text.item === 'Comment')
  const isRead = findings.some(isNew) || (!like && saysFormer(mentions, judge, standard))
  return {
    text,
    like,
    proofs: [
      ...same.map((one) => getProof(one, figures)),
      ...judgements.flatMap((one) => (typeof one === 'string' ? [one] : [])),
    ],
    findings: [...findings.filter((one) => !isNew(one)), ...words.findings],
    reworded: [...words.reworded, ...(words.reworded.length === 0 && isRead ? [newText(text)] : [])],
  }
}

/**
 * Findings on the words of a text that is not as built; a new text that says lexicon words of the report's things
 * has to be read by a person.
 */
function judgeWording(
  text: FoundText,
  like: ExpectedText | undefined,
  matcher: TextMatcher,
  standard: Standard,
): typeof noWords {
  if (text.medium === 'chart' && !(text.isPicture && like)) {
    const foreign = matcher.foreign(text)
    return standard.isDeck && foreign.length > 0
      ? { findings: [], reworded: [newText(text, foreign.join('; '))] }
      : noWords
  }
  if (like && !text.isPage) {
    const words = judgeWords(text, like, standard)
    const turned = hasSameCells(text, like.text) ? turnedCell(text.text, like.text) : undefined
    const { page, item } = text
    return turned ? { ...words, reworded: [...words.reworded, { what: 'reworded', page, item, ...turned }] } : words
  }
  const isKnown = standard.isOnPaper || (text.isPage && matcher.pageOf(text.page ?? 0) !== undefined)
  return !isKnown && saysMore(text.text, standard) ? { findings: [], reworded: [newText(text)] } : noWords
}

/** Whether a text says of one of the report's things which way it went, or how it compares. */
function saysMore(text: string, { names = noNames, language }: Standard): boolean {
  const tokens = getTokens(text)
  const lexicon = getLanguage(language)
  return (
    lexicon !== undefined &&
    findPhrases(names, tokens).length > 0 &&
    readWords(tokens, lexicon).some(({ meaning }) => isHeld(meaning))
  )
}

const noWords: { findings: Finding[]; reworded: Reworded[] } = { findings: [], reworded: [] }
const noNames = createNames([])

/** Findings on words other than the build's: wrong where they reverse what was true, else for a person to read. */
function judgeWords(
  text: FoundText,
  like: ExpectedText,
  { names = noNames, isOnPaper = false }: Standard,
): typeof noWords {
  const wording = compareWording(like.text, text.text, names)
  if (!wording) return noWords
  const { page, item, medium } = text
  const { was, is, wrong } = wording
  // On paper notes run from line to line, and one may stand with the next.
  if (wrong === undefined && isOnPaper) return noWords
  if (wrong === undefined) return { findings: [], reworded: [{ what: 'reworded', page, item, was, is }] }
  const context = normalizedText(text.text).slice(0, 80)
  return {
    findings: [{ verdict: 'changed', page, item, medium, printed: is, was, context, remark: wrong }],
    reworded: [],
  }
}

/** Whether a new text says a figure of another time than it names; if it names none, than the report's. */
function saysFormer(
  mentions: readonly NumberInText[],
  { text: { text }, figures, maySay }: Judge,
  { isOfNow }: Standard,
): boolean {
  if (!isOfNow) return false
  const dates = datesAmong(text, mentions)
  const times = dates.flatMap(({ period }) => period ?? [])
  if (dates.length > times.length && partsNamed(text).length === 0) return false
  const isOwn = dates.some(({ start, end }) => !isComparedWith(text, start) && !isDay(text.slice(start, end)))
  const isNamed = ({ period }: Observation) =>
    [...times, ...partsNamed(text, periodYear(period)).map((part) => part.period)].some((time) =>
      periodsOverlap(time, period),
    )
  const figuresSaid = mentions.flatMap((mention) => {
    if (mention.kind !== 'number' || isBareNew(mention)) return []
    const all = findFigures(figures, mention, { exact: true }).map(({ observation }) => observation)
    const said = all.filter((one) => maySay?.(one, mention) ?? true)
    return said.length > 0 ? [said] : []
  })
  // 16.0% (first quarter: 16.2%): the time that is named is of another of its figures.
  const isTaken = !isOwn || figuresSaid.some((said) => said.some(isNamed))
  return figuresSaid.some((said) => !said.some((one) => isNamed(one) || (isTaken && isOfNow(one))))
}

/** A day of a month, of which a release is: 27 August 2026. */
function isDay(date: string): boolean {
  return /\p{L}{3}/u.test(date) && /(?<!\d)\d{1,2}(?!\d|er?\b|[eè]me|\.? (?:Quart|Halb|trim|sem))/u.test(date)
}

/** A number of a new text that says no quantity by its form: a room, a phone, a place in an agenda, minutes. */
function isBareNew(mention: NumberInText): boolean {
  return mention.kind === 'number' && !mention.unit && mention.scale === 0 && !mention.qualifier
}

/** A speaker's note to self: [2 minutes] in brackets, or in a line of the notes that is like none of the build's. */
function isNote(mention: NumberInText, { text, medium }: FoundText, like: ExpectedText): boolean {
  const from = text.lastIndexOf('\n', mention.start) + 1
  const line = wordBag(text.slice(from).split('\n')[0] ?? '')
  const isOwn = !like.text.split('\n').some((built) => similarity(line, wordBag(built)) > 0.3)
  if (medium === 'notes' && isOwn && isBareNew(mention)) return true
  const isInBrackets = /[[(（][^\])）]*$/.test(text.slice(0, mention.start))
  return isInBrackets && isBareNew(mention) && countsEveryday(text.slice(mention.end))
}

/** Links on the pages of the build that lead elsewhere than its own. */
function newLinks({ links }: FoundDocument, own: readonly ExpectedText[], { pageOf }: TextMatcher): Reworded[] {
  const plain = (address: string) => (URL.canParse(address) ? new URL(address).href : address)
  const known = new Set(own.flatMap(({ runs }) => runs.map(({ href = '' }) => plain(href))))
  return links
    .filter(({ page = 0, text }) => pageOf(page) !== undefined && !known.has(plain(text)))
    .map(({ page, item, text }) => ({ what: 'new', page, item, was: '', is: text }))
}

/** The build's words that nobody sees, except small ones at the foot of slides; others may hide words of their own. */
function hiddenWords(
  { unseen }: FoundDocument,
  texts: readonly Judgement[],
  feet: readonly ExpectedText[],
): Reworded[] {
  const built = texts.filter(({ exact, like }) => exact ?? like)
  // Of a PDF's words only the page is known.
  const own = new Set(built.flatMap(({ text }) => [`${text.page} ${text.item}`, `${text.page} Page`]))
  const small = [...new Set(feet.map(({ text }) => unspaced(text)))].sort((one, other) => other.length - one.length)
  const isFoot = (text: string) => small.reduce((rest, foot) => rest.replaceAll(foot, ''), unspaced(text)) === ''
  const lost = (unseen?.() ?? []).filter(({ page, item, text }) => own.has(`${page} ${item}`) && !isFoot(text))
  return lost.map(({ text, ...at }) => ({ ...at, what: 'hidden', was: normalizedText(text).slice(0, 80), is: '' }))
}

function newText({ page, item, text }: FoundText, words = text): Reworded {
  return { what: 'new', page, item, was: '', is: normalizedText(words).slice(0, 80) }
}

/** A text of the build with the proofs of its numbers. */
function withBuilt(one: Judgement, exact: ExpectedText, figures: FigureIndex): Judgement {
  const { proofs, findings } = judgeBuilt(one.text, exact, figures)
  return { ...one, proofs, findings: [...one.findings, ...findings] }
}

/** A text that stands as it was built: each number must say the observation that it was made of. */
function judgeBuilt(text: FoundText, built: ExpectedText, figures: FigureIndex): Judgement {
  // Which figure it is to be is known; a head that names its scale may stand on another page.
  const isBare = text.medium === 'table' || text.medium === 'chart'
  const context: MentionContext = isBare ? { bare: true, scales: [12, 9, 8, 6, 4, 3] } : {}
  const judge: Judge = { text, figures, there: new Map(), context, language: built.language }
  const judged = mentionsIn(built).map((one): Proof | Finding => {
    const { mention, observation } = one
    if (!observation || mention.kind !== 'number') return getProof(one, figures)
    const said = findFigures(figures, mention, context).find((figure) => figure.observation === observation)
    if (said && (said.qualifierAgrees || one.isClaim)) return getProof(one, figures)
    return finding('unknown', mention, judge, { nearest: observation, remark: 'the build itself prints it so' })
  })
  return {
    text,
    proofs: judged.filter((one): one is Proof => typeof one === 'string'),
    findings: judged.filter((one): one is Finding => typeof one !== 'string'),
  }
}

interface Judge {
  text: FoundText
  figures: FigureIndex
  /** What the build prints on the page. */
  there: TextMatch['there']
  context: MentionContext
  language: string
  /** Whether other words stand around its numbers than the build's, which may say what a sign said. */
  isReworded?: boolean
  /** Whether a number in a new text may say a figure, by what the text names and the direction that it gives. */
  maySay?: ((figure: Observation, mention: NumberMention) => boolean) | undefined
}

/** A new text that names things says figures of them, and no rise where a figure fell. */
function maySayOf(text: string, { names = noNames, isAbout }: Standard): Judge['maySay'] {
  const named = [...new Set((findPhrases(names, getTokens(text)) ?? []).map(({ value }) => value))]
  return (figure, { start, end }) => {
    const direction = directionBefore(text, start)
    const { unit } = figure.quantity
    const many = rateSaid(text.slice(end))
    // A rate per 100,000 is none per mille.
    if (many && unit.startsWith('per-') && (unit === 'per-mille' ? '1000' : unit.slice(4)) !== many) return false
    const isTurned = figure.measure !== 'value' && direction === (figure.quantity.value.isNegative() ? 'up' : 'down')
    // A share is no growth: up by 12%.
    const isShare = figure.measure === 'value' && direction !== '' && figure.quantity.unit === 'percent'
    return !isTurned && !isShare && (isAbout?.(figure, named) ?? true)
  }
}

/** Of how many a rate is, by what follows its number: ‰, per 1,000, pour 100 000. */
function rateSaid(after: string): string | undefined {
  if (/^\s?(?:‰|per mille|promille|pour mille|por mil(?!\p{L}))/iu.test(after)) return '1000'
  return /^\s(?:per|pour|por(?: cada)?|je|auf) (1[0.,\s]*0)(?!\d)/iu.exec(after)?.[1]?.replace(/\D/g, '')
}

interface Paired {
  /** What the build prints too. */
  same: ExpectedMention[]
  /** What stands in place of what the build prints. */
  pairs: { gone: ExpectedMention; come: NumberInText }[]
  /** What has no partner. */
  alone: NumberInText[]
}

function pairMentions(text: FoundText, mentions: readonly NumberInText[], like: ExpectedText | undefined): Paired {
  if (!like) return { same: [], pairs: [], alone: [...mentions] }
  const built = mentionsIn(like)
  // In a table a number says what its column is of.
  const isByCell = like.medium === 'table' && hasSameCells(text, like.text)
  const cell = (of: string, { start }: NumberInText) => (isByCell ? `${cellIndexAt(of, start)} ` : '')
  const keyOfExpected = ({ mention }: ExpectedMention) => cell(like.text, mention) + mentionKey(mention, like.text)
  const keyOfFound = (mention: NumberInText) => cell(text.text, mention) + mentionKey(mention, text.text)
  const isUnordered = text.medium === 'chart' || text.isPage === true
  // Where only numbers differ each stands in its own place.
  const frames = [
    frame(
      like.text,
      built.map(({ mention }) => mention),
    ),
    frame(text.text, mentions),
  ]
  if (!isUnordered && frames[0] === frames[1]) {
    const placed = built.flatMap((gone, index) => (mentions[index] ? [{ gone, come: mentions[index] }] : []))
    const isSame = ({ gone, come }: (typeof placed)[number]) => keyOfExpected(gone) === keyOfFound(come)
    const same = placed.filter(isSame).map(({ gone }) => gone)
    return { same, pairs: placed.filter((pair) => !isSame(pair)), alone: [] }
  }
  const order = <T>(items: readonly T[], key: (item: T) => string) =>
    isUnordered ? [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1)) : items
  const parts = differences(order(built, keyOfExpected), order(mentions, keyOfFound), keyOfExpected, keyOfFound)
  const gone = new Set(parts.flatMap((part) => part.gone))
  const same = built.filter((mention) => !gone.has(mention))
  const came = parts.flatMap((part) => part.come)
  // In a sorted sequence neighbours have nothing to do with each other.
  const besides = isUnordered
    ? []
    : parts.flatMap((part) =>
        part.come.flatMap((come, index) => (part.gone[index] ? [{ gone: part.gone[index], come }] : [])),
      )
  // What now stands twice was written over another: 13.7% and 13.7%, where 12.0% and 13.7% stood.
  const known = new Set(same.map(keyOfExpected))
  const left = [...gone].filter((one) => !besides.some((pair) => pair.gone === one))
  const doubled = came.flatMap((come) => {
    const isOver = !besides.some((pair) => pair.come === come) && known.has(keyOfFound(come))
    const other = isOver ? left.find(({ mention }) => mention.kind === come.kind) : undefined
    if (!other || text.isPage || (isUnordered && come.kind === 'number')) return []
    left.splice(left.indexOf(other), 1)
    return [{ gone: other, come }]
  })
  const replaced = [...besides, ...doubled]
  if (isUnordered) {
    const alone = came.filter((come) => !replaced.some((pair) => pair.come === come))
    return { same, pairs: replaced, alone }
  }
  const taken = new Set(replaced.map(({ come }) => come))
  const rest = came.filter((mention) => !taken.has(mention))
  const moved = rest.flatMap((come) => {
    const former = formerOwner(come, text.text, like)
    return former ? [{ gone: former, come }] : []
  })
  const lost = new Set(moved.map(({ come }) => come))
  return { same, pairs: [...replaced, ...moved], alone: rest.filter((mention) => !lost.has(mention)) }
}

/** A text with a sign in place of each number. */
function frame(text: string, numbers: readonly NumberInText[]): string {
  return oneSpaced(numbers.reduceRight((left, { start, end }) => `${left.slice(0, start)}#${left.slice(end)}`, text))
}

/** The number whose words now surround one that changed its place (a swap). Undefined if its own words came too. */
function formerOwner(come: NumberInText, text: string, like: ExpectedText): ExpectedMention | undefined {
  const around = wordsAround(text, come)
  const likeness = ({ mention }: ExpectedMention) => similarity(around, wordsAround(like.text, mention))
  const own = mentionsIn(like).filter(({ mention }) => valueKey(mention) === valueKey(come))
  // A number that the text had nowhere was swapped with none.
  if (own.length === 0) return undefined
  const others = mentionsIn(like).filter(
    ({ mention }) => mention.kind === come.kind && !own.some((one) => one.mention === mention),
  )
  const ownLikeness = Math.max(...own.map(likeness))
  return others.find((other) => likeness(other) > Math.max(0.6, ownLikeness))
}

function wordsAround(text: string, { start, end }: NumberInText): WordBag {
  return wordBag(`${text.slice(Math.max(0, start - 16), start)} ${text.slice(end, end + 16)}`)
}

function getProof({ observation, mention }: ExpectedMention, figures: FigureIndex): Proof {
  if (observation) return proofOfFigure(observation)
  // Charts and alternative texts say figures without naming them.
  const [said] = mention.kind === 'number' ? findFigures(figures, mention) : []
  return said ? proofOfFigure(said.observation) : 'allowed'
}

function proofOfFigure({ status }: Observation): Proof {
  return status === 'derived' ? 'derived' : 'figures'
}

/** A number, or a date, that stands where the build prints another. */
function judgeChanged(gone: ExpectedMention, come: NumberInText, judge: Judge): Proof | Finding {
  const { text, figures, context } = judge
  const was = gone.mention
  if (come.kind === 'label' || come.kind === 'name') return 'allowed'
  if (come.kind !== 'number' || was.kind !== 'number')
    return come.kind === was.kind ? finding('changed', come, judge, { was: was.text }) : judgeAlone(come, judge)
  const figure = gone.observation
  if (!figure && valueKey(come) === valueKey(was)) return 'allowed'
  const said = figure && findFigures(figures, come, context).find(({ observation }) => observation === figure)
  const turned = directionBefore(text.text, come.start)
  // A sign that no word stands for, and a lower bound that only about is left of.
  const isBare = text.medium === 'table' || text.medium === 'chart' || (turned === '' && !judge.isReworded)
  const isUnsigned = isBare && was.value.isNegative() !== come.value.isNegative()
  const isLoosened = come.qualifier === 'about' && was.qualifier !== undefined && was.qualifier !== 'about'
  // The direction that one of them leaves to its sentence may be the figure's own.
  const { measure = 'value', quantity } = figure ?? {}
  const own = measure === 'value' ? undefined : quantity?.value.isNegative() ? 'down' : 'up'
  const isTurned = (valueKey(come) === valueKey(was) && turned !== own) || isUnsigned
  if (said?.qualifierAgrees && !isTurned && !isLoosened) return proofOfFigure(said.observation)
  if (figure && !isTurned && isRoundly(come, figure.quantity)) return proofOfFigure(figure)
  const remark = isTurned
    ? `the direction is another: ${turned || 'none is said'}`
    : said
      ? was.qualifier
        ? `“${was.qualifier}” is lost`
        : `“${come.qualifier}” is added`
      : undefined
  return finding('changed', come, judge, { was: was.text, observation: figure, remark })
}

/** Whether a rounder number is true of an exact figure by the word before it: almost 42 million, of 41.97 million. */
function isRoundly({ value, qualifier }: NumberMention, exact: Observation['quantity']): boolean {
  const off = exact.value.abs().minus(value.abs())
  const isNear = off.abs().lte(powerOfTen(value.e - value.precision(false) + 1).div(2))
  const isTrue = qualifier === 'about' || (qualifier === 'over' && off.gt(0)) || (qualifier === 'nearly' && off.lt(0))
  return exact.qualifier === undefined && !off.isZero() && isNear && isTrue
}

/** A number that has no partner in the build's own text. */
function judgeAlone(mention: NumberInText, judge: Judge): Proof | Finding {
  const { figures, there, context } = judge
  if (mention.kind !== 'number' || isTick(mention, judge)) return 'allowed'
  // Rounder is as true where it says so: about 1.1 billion.
  const all = findFigures(figures, mention, { ...context, exact: mention.qualifier !== 'about' })
  const [said] = all.filter(({ observation }) => judge.maySay?.(observation, mention) ?? true)
  if (!said && all[0])
    return finding('unknown', mention, judge, {
      nearest: all[0].observation,
      remark: 'the text says it of another, or the other way',
    })
  if (said?.qualifierAgrees) return proofOfFigure(said.observation)
  const built = there.get(valueKey(mention))
  if (built) return getProof(built, figures)
  const qualifier = said?.observation.quantity.qualifier
  const remark = said && (qualifier ? `the dataset says ${qualifier}` : `“${mention.qualifier}” is not in the dataset`)
  return finding('unknown', mention, judge, { nearest: said?.observation ?? nearestFigure(figures, mention), remark })
}

/**
 * A number of a drawn chart in a row of even steps, as axes have: another program's axis may have other ticks.
 * Or a footnote's number on a page that no longer tells its parts.
 */
function isTick(mention: NumberMention, { text, language }: Judge): boolean {
  if (text.medium !== 'chart') return text.isPage === true && /^\d{1,2}\.(?!\d)/.test(text.text.slice(mention.start))
  const numbers = readNumbers(text.text, language).flatMap((one) =>
    one.kind === 'number' && one.unit === mention.unit ? [one.value.toNumber()] : [],
  )
  const sizes = [...new Set(numbers)].sort((a, b) => a - b)
  const own = mention.value.toNumber()
  return sizes.some((other) => {
    const step = Math.abs(other - own)
    const has = (at: number) => sizes.some((size) => Math.abs(size - at) < step * 1e-6)
    return (
      step > 0 &&
      isRound(step) &&
      ((has(own + step) && (has(own + 2 * step) || has(own - step))) || (has(own - step) && has(own - 2 * step)))
    )
  })
}

/** One, two, two and a half or five of a power of ten. */
function isRound(step: number): boolean {
  const digits = step / 10 ** Math.floor(Math.log10(step) + 1e-9)
  return [1, 2, 2.5, 5, 10].some((one) => Math.abs(one - digits) < 1e-6)
}

function finding(verdict: Finding['verdict'], mention: NumberInText, { text }: Judge, more: Partial<Finding>): Finding {
  const { page, item, medium } = text
  return { verdict, page, item, medium, printed: mention.text, context: around(text.text, mention), mention, ...more }
}

/** The words around a mention, some forty characters either way. */
function around(text: string, { start, end }: NumberInText): string {
  const from = Math.max(0, start - 40)
  const to = Math.min(text.length, end + 40)
  const words = normalizedText(text.slice(from, to))
  return `${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`
}

/** A table's head may name the scale and the unit of its numbers; a chart's numbers stand without both. */
function getContext({ medium, head = '' }: FoundText, language: string): MentionContext {
  if (medium !== 'table' && medium !== 'chart') return {}
  return { bare: true, scales: scalesNamed(head, language) }
}
