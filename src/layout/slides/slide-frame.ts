import type { Theme } from '../../theme/theme.ts'
import { runText, toRuns } from '../text/runs.ts'
import type { Setting } from '../text/setting.ts'
import type { Page } from '../types.ts'
import type { SlideParts } from './slide-parts.ts'

/** The ground between the margins and above the footer, in which a slide's content stands. */
export interface Frame {
  left: number
  width: number
  top: number
  bottom: number
  /** Where a template parts it in two. */
  sides?: readonly [Frame, Frame] | undefined
}

export function getFrame({ slide }: Theme): Frame {
  return {
    left: slide.margin.left,
    width: slide.width - slide.margin.left - slide.margin.right,
    top: slide.margin.top,
    bottom: slide.height - slide.margin.bottom - 6,
  }
}

/** The frame, and its sides, no further down than `bottom`. */
export function endAt(frame: Frame, bottom: number): Frame {
  const { sides } = frame
  const cut = (side: Frame): Frame => ({ ...side, bottom: Math.min(side.bottom, bottom) })
  return { ...cut(frame), sides: sides && [cut(sides[0]), cut(sides[1])] }
}

/** A page of which the number is not known yet. */
export function blankPage(parts: SlideParts, theme: Theme): Page {
  return {
    number: 0,
    width: theme.slide.width,
    height: theme.slide.height,
    layout: parts.layout,
    title: runText(toRuns(parts.heading.children)),
    section: parts.section,
    items: [],
    notes: parts.notes,
    place: parts.place,
  }
}

/** The setting of what stands in a section of its own. */
export function inSect(setting: Setting): Setting {
  return { ...setting, sect: [{ type: 'Sect', id: setting.nextId() }] }
}
