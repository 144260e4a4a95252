import type { ColorName, Theme } from './theme.ts'
import { luminance } from './theme-colors.ts'

/** The look of a slide with a large title: its ground, what is on it, and where, as parts of the height. */
export interface CoverLook {
  ground: ColorName
  text: ColorName
  rule: ColorName
  /** Where the title ends. */
  titleEnd: number
  /** Where text begins. */
  bodyTop: number
  /** Lines that a title may have. */
  lines: number
}

const onAccent = { ground: 'accent', text: 'onAccent', rule: 'onAccent', lines: 3 } as const

/** By layout: cover and sections on accent, statements on paper, appendix dividers quiet, the back with an address. */
const coverLooks = {
  title: { ...onAccent, titleEnd: 0.5, bodyTop: 0.74 },
  section: { ...onAccent, titleEnd: 0.5, bodyTop: 0.74 },
  statement: { ground: 'paper', text: 'ink', rule: 'accent', titleEnd: 0.6, bodyTop: 0.78, lines: 4 },
  appendix: { ground: 'panel', text: 'ink', rule: 'accent', titleEnd: 0.5, bodyTop: 0.74, lines: 3 },
  back: { ...onAccent, titleEnd: 0.36, bodyTop: 0.5 },
} satisfies Readonly<Record<string, CoverLook>>

type CoverName = keyof typeof coverLooks

/** Whether slides of the layout show their title large, without source line and foot. */
export function isCover(layout: string): layout is CoverName {
  return Object.hasOwn(coverLooks, layout)
}

/** How the layout looks in a theme: on a dark paper, made for a dark room, no slide is a field of the bright accent. */
export function getCoverLook(name: CoverName, { paper, ink }: Theme['colors']): CoverLook {
  const look: CoverLook = coverLooks[name]
  const isDark = luminance(paper) < luminance(ink)
  return isDark && look.ground === 'accent' ? { ...look, ground: 'panel', text: 'ink', rule: 'accent' } : look
}
