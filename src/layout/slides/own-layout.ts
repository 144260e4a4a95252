import type { LayoutName } from '../../document/layout-names.ts'
import { type CoverLook, getCoverLook, isCover } from '../../theme/cover-looks.ts'
import { coverPart } from '../brand-pages.ts'
import { rectItem } from '../rect-item.ts'
import type { Setting } from '../text/setting.ts'
import { resized } from '../text/styles.ts'
import type { Box, TextStyle } from '../types.ts'
import { getFrame } from './slide-frame.ts'
import type { SlideLayout, SlideSlot } from './slide-layout.ts'

/** Parts of its size that a title may be set at. */
const titleSizes = [1, 0.93, 0.86, 0.8]

/** Briefwright's own layout of that name, made from the theme. */
export function ownLayout(name: LayoutName, setting: Setting): SlideLayout {
  if (!isCover(name)) return contentLayout(setting)
  const hasPicture = name === 'title' && setting.theme.cover !== undefined
  return coverLayout(getCoverLook(name, setting.theme.colors), hasPicture ? 0.9 - coverPart : 0.8, setting)
}

/** Covers and their like: a large title, low on a ground of its own; `part` of the width is for words. */
function coverLayout(look: CoverLook, part: number, setting: Setting): SlideLayout {
  const { theme, styles, locale } = setting
  const frame = getFrame(theme)
  const { height } = theme.slide
  const at = { x: frame.left, width: frame.width * part }
  const body = { ...resized(styles.body, theme.slide.bodyMinimum), color: look.text }
  const coverTitle = { ...styles.coverTitle, color: look.text }
  const coverSubtitle = { ...styles.coverSubtitle, color: look.text }
  const title = titleSlot(coverTitle, look.lines, { ...at, y: 0 }, locale.names.title)
  const titleEnd = height * look.titleEnd
  const [subtitleTop, bodyTop] = [titleEnd + 14, height * look.bodyTop]
  return {
    ...noPlaces,
    title: { ...title, box: { ...title.box, y: titleEnd - title.box.height }, isHugging: true },
    subtitle: {
      ...ownSlot(locale.names.subtitle, coverSubtitle, {
        ...at,
        y: subtitleTop,
        height: bodyTop - subtitleTop,
      }),
      isHugging: true,
    },
    contents: [
      {
        ...ownSlot(locale.names.text, body, { ...at, y: bodyTop, height: frame.bottom - bodyTop }),
        isHugging: true,
      },
    ],
    ground: frame,
    footTop: frame.bottom,
    background: look.ground,
    mark: ({ y }) =>
      rectItem(locale.names.accentRule, { x: frame.left, y: y - 28, width: 72, height: 6 }, { fill: look.rule }),
    settingFor: () => ({
      ...setting,
      styles: { ...styles, title: coverTitle, subtitle: coverSubtitle, body },
    }),
  }
}

/** Every other slide: a title of at most two lines, content, the foot. There is room to add a subtitle. */
function contentLayout(setting: Setting): SlideLayout {
  const { theme, styles, locale } = setting
  const frame = getFrame(theme)
  const at = { x: frame.left, width: frame.width }
  const title = {
    ...titleSlot(styles.title, 2, { ...at, y: frame.top }, locale.names.title),
    anchor: 'top',
    isHugging: true,
  } as const
  const subtitleTop = title.box.y + title.box.height + 4
  const subtitle = { ...at, y: subtitleTop, height: frame.bottom - subtitleTop }
  return {
    ...noPlaces,
    title,
    subtitle: { ...ownSlot(locale.names.subtitle, styles.subtitle, subtitle), isHugging: true },
    ground: { ...frame, top: subtitleTop + styles.subtitle.leading + 16, bottom: frame.bottom - 10 },
    footTop: frame.bottom,
    mark: () => rectItem(locale.names.accentRule, { x: frame.left, y: 0, width: 48, height: 7 }, { fill: 'accent' }),
    ...footPlaces(setting),
    settingFor: () => setting,
  }
}

function footPlaces({ theme, styles, locale }: Setting): Pick<SlideLayout, 'footer' | 'date' | 'pageNumber' | 'rule'> {
  const { left, width } = getFrame(theme)
  const y = theme.slide.height - theme.slide.margin.bottom + 4
  const place = (name: string, from: number, part: number, align: TextStyle['align']): SlideSlot =>
    ownSlot(
      name,
      { ...styles.running, align },
      { x: left + width * from, y, width: width * part, height: styles.running.leading },
    )
  return {
    footer: place(locale.names.footer, 0, 0.6, 'left'),
    date: place(locale.names.date, 0.62, 0.3, 'right'),
    pageNumber: place(locale.names.slideNumber, 0.93, 0.07, 'right'),
    rule: rectItem(locale.names.footerRule, { x: left, y: y - 4, width, height: 0.75 }, { fill: 'rule' }),
  }
}

const noPlaces = {
  source: undefined,
  footer: undefined,
  date: undefined,
  pageNumber: undefined,
  contents: [],
  gaps: { subtitle: 16, foot: 10, source: 0 },
} as const

/** A title's place, which has room for so many lines. */
function titleSlot(style: TextStyle, lines: number, at: Omit<Box, 'height'>, name: string): SlideSlot {
  const sizes = titleSizes.map((part) => Math.round(style.size * part))
  const height = lines * Math.max(style.leading, resized(style, sizes[0] ?? style.size).leading)
  return { ...ownSlot(name, style, { ...at, height }), anchor: 'bottom', sizes }
}

/** A place for text of one size. */
function ownSlot(name: string, style: TextStyle, box: Box): SlideSlot {
  const level = { ...style, isSized: false, left: 0, hanging: 0, bullet: undefined, spaceBefore: 0 }
  const inset = { left: 0, top: 0, right: 0, bottom: 0 }
  return { name, type: 'body', box, inset, anchor: 'top', levels: [level], sizes: [style.size] }
}
