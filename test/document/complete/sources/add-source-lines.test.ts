import { expect, test } from 'vitest'
import { addSourceLines } from '../../../../src/document/complete/sources/add-source-lines.ts'
import type { Document } from '../../../../src/document/types.ts'
import { getLocale } from '../../../../src/locale/get-locale.ts'
import { smallDataset } from '../../dataset.ts'
import { parseTemplateText } from '../../parse-text.ts'
import { said } from '../../said.ts'

/** The source lines of a document, between what else it says. */
function sourced(template: string, kind: Document['kind'], language = 'en'): string[] {
  const { value, diagnostics } = parseTemplateText(template, kind)
  if (!value || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics))
  return said(addSourceLines(value, smallDataset(), getLocale(language, 'en')).blocks)
}

test('a slide has one line, sources cited once, primary first, editions together, calculations named', () => {
  const template = `# {{value "netizens@2022-06"}} and {{value "netizens@2022-12"}}

::::columns
:::column
{{value "netizens"}}
:::
:::column
{{rate "netizens"}}
:::
::::

# Words only

# Again

![](charts/video.vl.json)

:::notes
said: {{value "netizens@2022-06"}}
:::
`
  expect(sourced(template, 'deck')).toEqual([
    '# 1.051 billion and 1.067 billion',
    'column',
    '  1.092 billion',
    'column',
    '  2.3%',
    '[Sources: CNNIC, 53rd Statistical Report, as reported by Xinhua, 22 March 2024; CNNIC, 50th and 51st Statistical Reports; own calculations]',
    '# Words only',
    '# Again',
    'chart',
    'notes',
    '  said: 1.051 billion',
    '[Source: CNNIC, 53rd Statistical Report, as reported by Xinhua, 22 March 2024]',
  ])
})

test('a single edition keeps its own cite; the author’s words are added', () => {
  expect(sourced('# A\n\n{{value "netizens@2022-06"}}\n\n:::source\nphoto: *nobody*\n:::\n', 'deck')).toEqual([
    '# A',
    '1.051 billion',
    '[Source: CNNIC, edition 50; photo: nobody]',
  ])
  expect(sourced('# A\n\n:::source\nonly ours\n:::\n', 'deck')).toEqual(['# A', '[Source: only ours]'])
})

test('a figure derived from figures cites theirs', () => {
  expect(sourced('# A\n\n{{rate "netizens"}}', 'deck').at(-1)).toBe(
    '[Source: CNNIC, 53rd Statistical Report, as reported by Xinhua, 22 March 2024; own calculations]',
  )
})

test('a briefing has a line under each chart, table and group of key figures, none under prose', () => {
  const template = `# A

{{value "netizens"}} in prose

:::key-figures
{{key-figure "netizens@2022-06"}}
:::

![](charts/video.vl.json)

:::source
and ours
:::

:::note[B]
{{table "netizens" columns="value"}}
:::

:::source
alone
:::
`
  expect(sourced(template, 'briefing')).toEqual([
    '# A',
    '1.092 billion in prose',
    'keyFigures',
    '[Source: CNNIC, edition 50]',
    'chart',
    '[Source: CNNIC, 53rd Statistical Report, as reported by Xinhua, 22 March 2024; and ours]',
    'note',
    '  table',
    '  [Source: CNNIC, 53rd Statistical Report, as reported by Xinhua, 22 March 2024]',
    '[Source: alone]',
  ])
})

test('in Chinese', () => {
  expect(sourced('# A\n\n{{rate "netizens"}}', 'deck', 'zh').at(-1)).toBe(
    '[来源：CNNIC, 53rd Statistical Report, as reported by Xinhua, 22 March 2024；编者推算]',
  )
})

test('where a slide lists the sources, the first word of each source line is a link to it', () => {
  const { value } = parseTemplateText('# A\n\n{{value "netizens"}}\n\n# Where from\n\n::slide{id="sources"}\n', 'deck')
  if (!value) throw new Error('no document')
  const { blocks } = addSourceLines(value, smallDataset(), getLocale('en', 'en'))
  const line = blocks.find((block) => block.type === 'sourceLine')
  expect(line?.type === 'sourceLine' && line.children.slice(0, 2)).toMatchObject([
    { type: 'link', href: '#sources', children: [{ value: 'Source' }] },
    { type: 'text', value: expect.stringMatching(/^: CNNIC/) },
  ])
})
