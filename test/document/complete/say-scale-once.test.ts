import { expect, test } from 'vitest'
import { sayScaleOnce } from '../../../src/document/complete/say-scale-once.ts'
import { plainText } from '../../../src/document/plain-text.ts'
import { parseTemplateText } from '../parse-text.ts'

function heads(caption: string, head: string): string[] {
  const { value } = parseTemplateText(
    `# T\n\n:::table[${caption}]\n| ${head} |\n| - | - |\n| a | 1 |\n:::\n`,
    'briefing',
  )
  if (!value) throw new Error('the template does not parse')
  return sayScaleOnce(value).blocks.flatMap((block) =>
    block.type === 'table' ? block.header.map(({ children }) => plainText(children)) : [],
  )
}

test('a head does not repeat the scale with which the caption ends', () => {
  expect(heads('Users, million', 'Who | Change (million)')).toEqual(['Who', 'Change'])
  expect(heads('Users (million)', 'Who | Change (million)')).toEqual(['Who', 'Change'])
  expect(heads('用户规模，百万', '应用 | 增减（百万）')).toEqual(['应用', '增减'])
})

test('a head keeps what the caption does not say, or says in other words', () => {
  expect(heads('Users, million', 'Who | Change (thousand)')).toEqual(['Who', 'Change (thousand)'])
  expect(heads('Users, per million', 'Who | Change (ill)')).toEqual(['Who', 'Change (ill)'])
  expect(heads('Million users', 'Who | Change (million)')).toEqual(['Who', 'Change (million)'])
})

test('a head keeps those that it stands under', () => {
  const { value } = parseTemplateText(
    '# T\n\n:::table[Users, million]\n| Who | [Men](head:) 2023 (million) | [Men](head:) 2024 (million) |\n| - | - | - |\n| a | 1 | 2 |\n:::\n',
    'briefing',
  )
  const heads = value && sayScaleOnce(value).blocks.flatMap((block) => (block.type === 'table' ? block.header : []))
  expect(heads?.map(({ over, children }) => plainText([...(over?.flat() ?? []), ...children]))).toEqual([
    'Who',
    'Men2023',
    'Men2024',
  ])
})
