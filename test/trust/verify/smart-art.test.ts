import { expect, it } from 'vitest'
import { readLivingDeck } from '../../../src/build/base/read-living-deck.ts'
import { openPackage } from '../../../src/opc/open-package.ts'
import { readDeck } from '../../../src/trust/verify/read/read-deck.ts'
import { buildReport } from './built-report.ts'
import { editDeck } from './edit-deck.ts'

const words = '<a:p><a:r><a:t>About 7 boats drawn by a colleague</a:t></a:r></a:p>'
const said = 'About 7 boats drawn by a colleague'

it('words of SmartArt are read where they are kept, and brought up to date where they are drawn too', async () => {
  const { deck } = await buildReport()
  const edited = editDeck(deck, (parts) => {
    const slide = 'ppt/slides/slide2.xml'
    const naming = '<p:nvGraphicFramePr><p:cNvPr id="99" name="Boats"/></p:nvGraphicFramePr>'
    parts.replace(
      slide,
      '</p:spTree>',
      `<p:graphicFrame>${naming}<a:graphic><a:graphicData><dgm:relIds r:dm="rIdArt"/></a:graphicData></a:graphic></p:graphicFrame></p:spTree>`,
    )
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData'
    parts.replace(
      'ppt/slides/_rels/slide2.xml.rels',
      '</Relationships>',
      `<Relationship Id="rIdArt" Type="${type}" Target="../diagrams/data1.xml"/></Relationships>`,
    )
    for (const name of ['data1', 'drawing1'])
      parts.set(`ppt/diagrams/${name}.xml`, `<dgm:dataModel>${words}</dgm:dataModel>`)
  })
  const found = readDeck('deck.pptx', edited).texts.filter(({ item }) => item === 'Boats')
  expect(found.map(({ page, text }) => ({ page, text }))).toEqual([{ page: 2, text: said }])
  const living = readLivingDeck(openPackage(edited)).texts.filter(({ item }) => item === 'Boats')
  expect(living.map(({ part, text }) => `${part}: ${text}`)).toEqual([
    `/ppt/diagrams/data1.xml: ${said}`,
    `/ppt/diagrams/drawing1.xml: ${said}`,
  ])
})
