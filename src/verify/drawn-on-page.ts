import { contrast, faintest } from '../theme/check-contrast.ts'
import { oneSpaced } from '../trust/verify/mention-key.ts'
import type { FoundPicture } from '../trust/verify/read/found-document.ts'
import { AnnotationMode, OPS, type PDFPageProxy, Util } from './pdfjs.ts'

/** What a page draws of itself, without what was put on it. */
export interface DrawnOnPage {
  /** Words that nobody sees: clear, too small, in the colour behind them, covered by a later drawing, off the page. */
  unseen: string
  pictures: Omit<FoundPicture, 'page' | 'number'>[]
}

/** How a page draws what comes next; matrices as PDFs have them, sizes in their units. */
interface State {
  page: number[]
  text: number[]
  leading: number
  size: number
  mode: number
  /** Undefined of a pattern. */
  color: string | undefined
  /** As the PDF names them. */
  parameters: { ca?: number; SMask?: boolean; BM?: string }
  /** Whether what it draws in is mixed with what is below. */
  isMixed: boolean
  clip: Box
}

/** Left, foot, right and head. */
type Box = readonly number[]

/** A stretch of a page in one colour, or in none that can be told. */
interface Ground {
  box: Box
  color?: string | undefined
}

const plain = [1, 0, 0, 1, 0, 0]
const [invisible, smallest] = [3, 1.2]
const fills = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke])
const clips = new Set([OPS.clip, OPS.eoClip])
const images = new Set([
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
])

/** What operators change, each with what it takes, which pdfjs does not say. */
const changes: Readonly<Record<number, (taken: never, state: State) => Partial<State>>> = {
  [OPS.transform]: (matrix: number[], { page }) => ({ page: Util.transform(page, matrix) }),
  [OPS.paintFormXObjectBegin]: ([matrix]: [number[] | null], state) => ({
    page: Util.transform(state.page, matrix ?? plain),
    isMixed: !isOpaque(state),
  }),
  [OPS.setFillRGBColor]: ([color]: [string]) => ({ color }),
  [OPS.setFillColorN]: () => ({ color: undefined }),
  [OPS.setFillTransparent]: () => ({ color: undefined }),
  [OPS.setGState]: ([values]: [[string, never][]], { parameters }) => ({
    parameters: { ...parameters, ...Object.fromEntries(values) },
  }),
  [OPS.setFont]: ([, size]: [string, number]) => ({ size }),
  [OPS.setTextRenderingMode]: ([mode]: [number]) => ({ mode }),
  [OPS.beginText]: () => ({ text: plain }),
  [OPS.setTextMatrix]: ([matrix]: [ArrayLike<number>]) => ({ text: Array.from(matrix) }),
  [OPS.setLeading]: ([leading]: [number]) => ({ leading }),
  [OPS.moveText]: ([x, y]: [number, number], { text }) => ({ text: moved(text, x, y) }),
  [OPS.setLeadingMoveText]: ([x, y]: [number, number], { text }) => ({ text: moved(text, x, y), leading: -y }),
  [OPS.nextLine]: (_, { text, leading }) => ({ text: moved(text, 0, -leading) }),
}

/** Reads what a page draws, operator by operator. */
export async function readDrawn(page: PDFPageProxy): Promise<DrawnOnPage> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const clip = page.view
  let state: State = {
    page: plain,
    text: plain,
    leading: 0,
    size: 1,
    mode: 0,
    color: '#000000',
    parameters: {},
    isMixed: false,
    clip,
  }
  const saved: State[] = []
  const grounds: Ground[] = [{ box: clip, color: '#ffffff' }]
  const words: { text: string; state: State; behind: number }[] = []
  const pictures: DrawnOnPage['pictures'] = []
  fnArray.forEach((name, index) => {
    const args = argsArray[index] ?? []
    if (name === OPS.save || name === OPS.paintFormXObjectBegin) saved.push(state)
    if (name === OPS.restore || name === OPS.paintFormXObjectEnd) state = saved.pop() ?? state
    state = { ...state, ...changes[name]?.(args as never, state) }
    if (name === OPS.showText) words.push({ text: glyphs(args[0]), state, behind: grounds.length })
    if (images.has(name) || (name === OPS.setFillColorN && holdsPicture(args[2]))) pictures.push(picture(args))
    if (images.has(name)) grounds.push({ box: within(state.clip, boxOn(state.page, [0, 0, 1, 1])) })
    if (name === OPS.shadingFill) grounds.push({ box: state.clip })
    if (name !== OPS.constructPath || !args[2]) return
    const box = within(state.clip, boxOn(state.page, args[2]))
    if (fills.has(args[0])) {
      const isTold = isRectangle(args[1][0]) && isOpaque(state)
      grounds.push({ box, color: isTold ? state.color : undefined })
    }
    // What a path clips is said before it.
    if (clips.has(fnArray[index - 1] ?? 0)) state = { ...state, clip: box }
  })
  const unseen = words.filter((one) => !isSeen(one.state, grounds.slice(0, one.behind), grounds.slice(one.behind)))
  return { unseen: oneSpaced(unseen.map(({ text }) => text).join(' ')), pictures }
}

function isSeen(state: State, below: readonly Ground[], above: readonly Ground[]): boolean {
  const { size, mode, color, parameters } = state
  const matrix = Util.transform(state.page, state.text)
  const [x = 0, y = 0] = boxOn(matrix, [size * 0.3, size * 0.3, size * 0.3, size * 0.3])
  const isThere = ({ box: [left = 0, foot = 0, right = 0, head = 0] }: Ground) =>
    x >= left && x <= right && y >= foot && y <= head
  const on = below.findLast(isThere)
  const isFaint = mode === 0 && color && on?.color && contrast(color, on.color) < faintest
  const isSmall = size * Math.hypot(matrix[0] ?? 1, matrix[1] ?? 0) < smallest
  const isClear = mode === invisible || (parameters.ca ?? 1) <= 0.1
  const isCovered = above.some((one) => one.color !== undefined && isThere(one))
  return on !== undefined && !isClear && !isFaint && !isSmall && !isCovered
}

/** Whether what is drawn hides all that is below it. */
function isOpaque({ isMixed, parameters: { ca = 1, SMask = false, BM = 'source-over' } }: State): boolean {
  return !isMixed && ca > 0.9 && !SMask && BM === 'source-over'
}

/** Whether a pattern to fill with is made of pictures. */
function holdsPicture(pattern: { fnArray?: readonly number[] } | null | undefined): boolean {
  return pattern?.fnArray?.some((one) => images.has(one)) ?? false
}

interface PictureSize {
  width?: unknown
  height?: unknown
}

function picture(
  taken: readonly [(PictureSize | PictureSize[])?, unknown?, unknown?],
): DrawnOnPage['pictures'][number] {
  const { width = taken[1], height = taken[2] } = [taken[0]].flat()[0] ?? {}
  return { item: 'Picture', width: Number(width), height: Number(height) }
}

function glyphs(drawn: readonly { unicode?: string }[]): string {
  return drawn.map(({ unicode = '' }) => unicode).join('')
}

function moved(text: number[], x: number, y: number): number[] {
  return Util.transform(text, [1, 0, 0, 1, x, y])
}

function boxOn(matrix: number[], box: ArrayLike<number>): Box {
  const result = [Infinity, Infinity, -Infinity, -Infinity]
  Util.axialAlignedBoundingBox(Array.from(box), matrix, result)
  return result
}

function within([left = 0, foot = 0, right = 0, head = 0]: Box, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: Box): Box {
  return [Math.max(left, x0), Math.max(foot, y0), Math.min(right, x1), Math.min(head, y1)]
}

/** Whether a path, four moves or lines of three numbers each and its closing, runs along the page's sides. */
function isRectangle(path: ArrayLike<number>): boolean {
  const [, x, y, , , y2, , x3, , , x4, y4] = Array.from(path)
  return path.length === 13 && ((x === x4 && y === y2) || (y === y4 && x3 === x4))
}
