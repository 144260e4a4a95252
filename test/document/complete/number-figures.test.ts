import { expect, test } from 'vitest'
import { numberFigures } from '../../../src/document/complete/number-figures.ts'
import { getLocale } from '../../../src/locale/get-locale.ts'
import { parseTemplateText } from '../parse-text.ts'
import { said } from '../said.ts'

const template = `# T

[](#table-b) and *[](#figure-video)*, also [words](#figure-netizens).

![](charts/netizens.vl.json "One")

| a |
| - |
| not numbered |

:::::columns
::::column
![](charts/video.vl.json)
::::
::::column
:::table[Two]{#b}
| a |
| - |
| b, see [](#figure-netizens) |
:::
::::
:::::
`

test('charts and captioned tables are numbered, and links without words given their names', () => {
  const { value, diagnostics } = parseTemplateText(template, 'briefing')
  if (!value) throw new Error('not parsed')
  expect(diagnostics).toEqual([])
  const numbered = numberFigures(value, getLocale('en'))
  expect(said(numbered.blocks)).toEqual([
    '# T',
    'Table 1 and Figure 2, also words.',
    'chart 1 One',
    'table',
    'column',
    '  chart 2',
    'column',
    '  table 1 Two',
  ])
  expect(JSON.stringify(numbered)).toContain('"value":"Figure\u00a01"')
})
