import { expect, it } from 'vitest'
import { contentTypes, type Part } from '../../../../src/opc/package.ts'
import { element } from '../../../../src/opc/xml.ts'
import { addCustomXml } from '../../../../src/render/pptx/parts/custom-xml-parts.ts'

const presentation: Part = {
  name: '/ppt/presentation.xml',
  contentType: contentTypes.presentation,
  content: element('p:presentation', {}, []),
  relations: [],
}

it('carries one base where the template is a deck that carries one, and leaves what others put there', () => {
  const carried = (text: string) => element('deckBase', { xmlns: 'urn:base' }, [text])
  const foreign: Part = {
    name: '/customXml/item1.xml',
    contentType: contentTypes.customXml,
    content: element('labels', { xmlns: 'urn:others' }, []),
    relations: [],
  }
  const template = addCustomXml([presentation, foreign], carried('of the template')).parts
  const { parts, name } = addCustomXml(template, carried('of the deck'))
  expect(parts.map((part) => part.name).sort()).toEqual([
    '/customXml/item1.xml',
    '/customXml/item2.xml',
    '/customXml/itemProps2.xml',
    '/ppt/presentation.xml',
  ])
  expect(parts.find((part) => part.name === name)?.content).toEqual(carried('of the deck'))
  const known = parts.find((part) => part.name === presentation.name)?.relations
  expect(known?.map(({ target }) => target)).toEqual([name])
})
