import { expect, test } from 'vitest'
import { placeSources } from '../../../../src/document/complete/sources/place-sources.ts'
import { getLocale } from '../../../../src/locale/get-locale.ts'
import { smallDataset } from '../../dataset.ts'
import { parseTemplateText } from '../../parse-text.ts'

test('sources are listed in the order of the dataset, primary first, whichever is used first', () => {
  const dataset = smallDataset()
  const { value } = parseTemplateText('# China\n\n## Sources\n\n::sources\n', 'briefing')
  if (!value) throw new Error('the template does not parse')
  const used = ['cnnic-51', 'xinhua', 'cnnic-50'].flatMap((id) => dataset.sources.get(id) ?? [])
  const { blocks } = placeSources({ ...value, sources: used }, dataset, getLocale('en', 'en'))
  const entries = blocks.flatMap((block) => (block.type === 'sourceList' ? block.entries : []))
  expect(entries.map(({ id }) => id)).toEqual(['xinhua', 'cnnic-50', 'cnnic-51'])
})
