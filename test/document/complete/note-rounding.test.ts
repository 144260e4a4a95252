import { expect, test } from 'vitest'
import { plainText } from '../../../src/document/plain-text.ts'
import { splitSlides } from '../../../src/document/slides.ts'
import { composeReport, everyBlock } from '../../built-report.ts'

test('a slide says that its parts may not add up where they visibly do not, and no other does', async () => {
  const { document } = await composeReport(everyBlock, 'deck')
  const noted = splitSlides(document.blocks).flatMap((slide) => {
    const [title, ...rest] = slide
    const line = rest.findLast((block) => block.type === 'sourceLine')
    const says =
      line?.type === 'sourceLine' &&
      plainText(line.children).endsWith('. Figures may not add up to totals because they are rounded')
    return says && title?.type === 'heading' ? [plainText(title.children)] : []
  })
  expect(noted).toEqual(['Every branch gained visitors'])
})
