import { type MarkedStatus, orderStatuses } from '../../dataset/figure/status-marks.ts'
import type { Item, SetParagraph, Tag, TextItem } from '../types.ts'
import { wordsItem } from '../words-item.ts'
import type { PageFrame } from './page-frame.ts'

/** What the marks on a page mean, in its margin above the foot: `[p] provisional`; nothing where it shows none. */
export function legendItems(items: readonly Item[], number: number, frame: PageFrame): TextItem[] {
  const { document, grid, setting } = frame
  const words = orderStatuses(items.flatMap(statusesOn)).flatMap((status) => document.legend?.[status] ?? [])
  if (words.length === 0) return []
  const { styles, fonts, theme, locale } = setting
  const height = styles.running.leading
  const box = {
    x: grid.left(number, 'text'),
    y: grid.paper.height - theme.page.margin.bottom * 0.6 - 7 - height,
    width: grid.textWidth,
    height,
  }
  const about = { name: 'Legend of marks', role: 'footer', box } as const
  const tag: Tag = { type: 'Note', id: setting.nextId() }
  return [wordsItem(words.join(locale.word('comma')), about, styles.running, fonts, [tag])]
}

function statusesOn(item: Item): readonly MarkedStatus[] {
  switch (item.type) {
    case 'text':
      return item.paragraphs.flatMap(statusesIn)
    case 'table':
      return item.rows.flatMap(({ cells }) => cells.flatMap(({ paragraph }) => statusesIn(paragraph)))
    case 'chart':
      return [...(item.chart.marked?.values() ?? [])].flat()
    case 'rect':
    case 'polyline':
    case 'picture':
      return []
  }
}

/** Of the lines on this page, not of the whole paragraph. */
function statusesIn({ lines }: SetParagraph): readonly MarkedStatus[] {
  return lines.flatMap(({ runs }) => runs.flatMap(({ statuses }) => statuses ?? []))
}
