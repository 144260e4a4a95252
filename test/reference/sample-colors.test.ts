import { expect, test } from 'vitest'
import type { Part } from '../../src/opc/package.ts'
import { parseXml } from '../../src/opc/parse-xml.ts'
import { elementXml } from '../../src/opc/xml.ts'
import { withSampleColors } from '../../src/reference/sample-colors.ts'

const part = (name: string, xml: string): Part => ({ name, contentType: '', content: parseXml(xml), relations: [] })

const fill = (hex: string) => `<a:solidFill><a:srgbClr val="${hex}"/></a:solidFill>`
const shape = (type: string, body: string) =>
  `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>${body}</p:txBody></p:sp>`
const title = shape('title', `<a:p><a:r><a:rPr sz="3200">${fill('ffffff')}</a:rPr><a:t>Click</a:t></a:r></a:p>`)
const body = shape(
  'body',
  `<a:lstStyle/><a:p><a:r><a:rPr>${fill('112233')}</a:rPr><a:t>One</a:t></a:r></a:p><a:p><a:pPr lvl="1"/><a:endParaRPr>${fill('445566')}</a:endParaRPr></a:p>`,
)
const own = shape(
  'body',
  `<a:lstStyle><a:lvl1pPr algn="r"/></a:lstStyle><a:p><a:endParaRPr>${fill('778899')}</a:endParaRPr></a:p>`,
)

const layoutBy = (application: string) => {
  const layout = part('/ppt/slideLayouts/slideLayout1.xml', `<p:sldLayout>${title}${body}${own}</p:sldLayout>`)
  const properties = part('/docProps/app.xml', `<Properties><Application>${application}</Application></Properties>`)
  const [changed] = withSampleColors([layout, properties])
  return changed && !(changed.content instanceof Uint8Array) ? elementXml(changed.content) : ''
}

test('the colours that LibreOffice leaves on sample text are those of the placeholder, level by level', () => {
  const xml = layoutBy('LibreOffice/25.2$Linux')
  expect(xml).toContain(
    `<a:bodyPr/><a:lstStyle><a:lvl1pPr><a:defRPr>${fill('ffffff')}</a:defRPr></a:lvl1pPr></a:lstStyle><a:p>`,
  )
  expect(xml).toContain(
    `<a:lstStyle><a:lvl1pPr><a:defRPr>${fill('112233')}</a:defRPr></a:lvl1pPr><a:lvl2pPr><a:defRPr>${fill('445566')}</a:defRPr></a:lvl2pPr></a:lstStyle>`,
  )
  expect(xml).toContain('<a:lstStyle><a:lvl1pPr algn="r"/></a:lstStyle>')
})

test('in a template of PowerPoint a colour on sample text is of that text alone', () => {
  expect(layoutBy('Microsoft Office PowerPoint')).not.toContain('defRPr')
})
