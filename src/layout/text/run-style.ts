import { embeddingLevels, hasRightToLeft } from '../../fonts/bidi.ts'
import type { FontStyle, Fonts } from '../../fonts/fonts.ts'
import type { Run, TextStyle } from '../types.ts'

/** Superscripts are set at this part of the size. */
export const superscriptScale = 0.65

/** The font style of a run in a paragraph. */
export function fontStyle(run: Run, style: TextStyle): FontStyle {
  const { fallback, level = 0 } = run
  const { font, weight, italic, tabular } = style
  const { superior } = run
  const face = { font, weight: run.weight ?? weight, italic: run.italic ?? italic, fallback, tabular, superior }
  return level % 2 === 1 ? { ...face, rightToLeft: true } : face
}

/** The runs split by font: characters that the family has no glyph for get the first theme fallback that has one. */
export function coverRuns(runs: readonly Run[], style: TextStyle, fonts: Fonts): Run[] {
  return runs
    .map((run) => withSuperiors(run, style, fonts))
    .flatMap((run) => {
      const segments = run.text === '\n' ? [] : fonts.cover(run.text, fontStyle(run, style), run.language)
      if (segments.length <= 1 && segments[0]?.fallback === undefined && !isHan.test(run.text)) return [run]
      // Letters of other scripts are never slanted: their fonts have no such face, and a slanted 字 is no emphasis.
      const upright = (run.italic ?? style.italic) ? uprightEmphasis(run, style) : {}
      return segments.map(({ text, fallback }) => ({
        ...run,
        ...((fallback !== undefined || isHan.test(text)) && upright),
        text,
        fallback,
      }))
    })
}

const isHan = /\p{Script=Han}/u

/** Where a style as a whole is slanted nothing in it is emphasized: dots are for words. */
function uprightEmphasis(run: Run, style: TextStyle): Pick<Run, 'italic' | 'weight' | 'dotted'> {
  return run.italic && style.dots ? { italic: false, dotted: true } : { italic: false, weight: 'bold' }
}

function withSuperiors(run: Run, style: TextStyle, fonts: Fonts): Run {
  return run.superscript && fonts.hasSuperiors(run.text, fontStyle(run, style)) ? { ...run, superior: true } : run
}

/** The size that a run is set at, in points. */
export function runSize(run: Run, style: TextStyle): number {
  return style.size * (run.superscript && !run.superior ? superscriptScale : 1) * (run.scale ?? 1)
}

/** The runs split where direction changes, with levels (UAX #9); unchanged where nothing runs right to left. */
export function levelRuns(runs: readonly Run[], isRightToLeft: boolean): Run[] {
  const text = runs.map((run) => run.text).join('')
  if (!hasRightToLeft(text)) return [...runs]
  // A line break ends no paragraph.
  const levels = embeddingLevels(text.replaceAll('\n', '\u2028'), isRightToLeft)
  let start = 0
  return runs.flatMap((run) => {
    const own = levels.slice(start, start + run.text.length)
    start += run.text.length
    return run.text === '\n' ? [run] : partAtLevels(run, own)
  })
}

function partAtLevels(run: Run, levels: Uint8Array): Run[] {
  const starts = [...levels.keys()].filter((at) => at === 0 || levels[at] !== levels[at - 1])
  return starts.map((start, index) => ({
    ...run,
    text: run.text.slice(start, starts[index + 1]),
    level: levels[start],
  }))
}
