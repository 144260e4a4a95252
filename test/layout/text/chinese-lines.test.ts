import { expect, test } from 'vitest'
import { openFonts } from '../../../src/fonts/fonts.ts'
import { breakText, placeText } from '../../../src/layout/text/set-text.ts'
import { slideStyles } from '../../../src/layout/text/styles.ts'
import { lineTexts, theme as own } from '../stage.ts'

const sans = '@expo-google-fonts/noto-sans-sc'
const theme = {
  ...own,
  fallback: [
    { regular: `${sans}/400Regular/NotoSansSC_400Regular.ttf`, bold: `${sans}/700Bold/NotoSansSC_700Bold.ttf` },
  ],
}
const fonts = openFonts(theme, '.')

const paragraph =
  '截至2023年12月，中国网民规模达10.92亿人，较2022年12月增长2480万人（图1），互联网普及率为77.5%，上升1.9个百分点。' +
  '农村网民规模为3.26亿人，占网民整体的29.9%；城镇网民7.66亿人。据《中国互联网络发展状况统计报告》（第53次），58.3%的用户买过国货“潮品”：' +
  '全年网上零售额15.4万亿元，连续11年居全球第一。“超过”是下限——实际数值可能高得多……其中在线政务服务用户增长超过4700万人（见第16页、表2）。'

const lines = Array.from({ length: 60 }, (_, step) =>
  lineTexts(
    placeText(breakText([{ text: paragraph }], slideStyles(theme).body, 120 + step * 7, fonts), 0, 0, fonts, {
      tags: [],
    }),
  ),
).flatMap((set) => set.map((line, index) => ({ line, next: set[index + 1] ?? '' })))

test('hundreds of lines of Chinese begin and end where they may', () => {
  expect(lines.length).toBeGreaterThan(300)
  expect(lines.filter(({ line }) => /^[，。；：、？！）》”’…—]/.test(line))).toEqual([])
  expect(lines.filter(({ line }) => /[（《“‘]$/.test(line))).toEqual([])
})

test('no number is parted from its scale, its unit or its word', () => {
  const parted = lines.filter(
    ({ line, next }) =>
      (/[\d万亿]$/.test(line) && /^(?:[\d万亿人元年月次页%]|个百分点)/.test(next)) ||
      (/个百?分?$/.test(line) && /^(?:百分点|分点|点)/.test(next)) ||
      (/[图表第]$/.test(line) && /^\d/.test(next)),
  )
  expect(parted).toEqual([])
})

const plain = { font: 'body', weight: 'regular', italic: false, fallback: 0 } as const

test.each([
  ['）。', 1.5],
  ['”，', 1.5],
  ['：“', 1.5],
  ['》（', 1.5],
  ['）。（', 2],
  ['（）', 2],
  ['人。', 2],
])('full-width marks side by side are closed up: %s is %d squares wide', (marks, squares) => {
  expect(fonts.width(marks, plain, 10)).toBeCloseTo(squares * 10, 6)
})

test('a mark at a line’s end is half as wide: what just fits without its empty half stays on one line', () => {
  const { body } = slideStyles(theme)
  const lineCount = (squares: number) =>
    breakText([{ text: '网民规模。' }], body, squares * body.size, fonts).lines.length
  expect(lineCount(4.6)).toBe(1)
  expect(lineCount(4.4)).toBe(2)
})

test('emphasis is weight, never a slant', () => {
  const { runs } = breakText([{ text: '公布 published', italic: true }], slideStyles(theme).body, 400, fonts)
  expect(runs).toMatchObject([
    { text: '公布', weight: 'bold', italic: false },
    { text: ' published', italic: true },
  ])
})
