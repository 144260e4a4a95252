import { readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import { expect, test } from 'vitest'
import { collectObjects, describeBy, pictureName, streamObject, writeAtOnce } from '../../src/graphics/pdfkit.ts'

const options = {
  font: '',
  autoFirstPage: false,
  compress: false,
  tagged: true,
  subset: 'PDF/A-3a',
  pdfVersion: '1.7',
} as const
const getVersion = (name: string): string =>
  JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version

test('the libraries whose inner parts are reached are the ones that these tests know', () => {
  expect([getVersion('pdfkit'), getVersion('fontkit')]).toEqual(['0.20.2', '2.0.4'])
})

test('each object is given back once, with its value and its stream', () => {
  const doc = new PDFDocument(options)
  const finish = collectObjects(doc)
  describeBy(doc, '<rdf:Description>ours</rdf:Description>')
  doc.addPage({ size: [100, 100] })
  const { id } = streamObject(doc, { Type: 'XObject' }, Buffer.from('pixels'))
  const { objects, root } = finish()
  expect(new Set(objects.map((object) => object.id)).size).toBe(objects.length)
  expect(objects.find((object) => object.id === root)?.value).toContain('/Type /Catalog')
  const ours = objects.find((object) => object.id === id)
  expect(ours?.value).toContain('/Type /XObject')
  expect(Buffer.from(ours?.stream ?? []).toString()).toBe('pixels')
  expect(objects.some(({ stream }) => stream && Buffer.from(stream).includes('ours'))).toBe(true)
})

test('an object that was never ended is an error, not a file that is waited for', () => {
  const doc = new PDFDocument(options)
  const finish = collectObjects(doc)
  doc.addPage({ size: [100, 100] })
  doc.ref({ Type: 'Forgotten' })
  expect(finish).toThrow('never ended: 1')
})

test('what is drawn at once stands on the page in its order, and pictures have a name there', () => {
  const doc = new PDFDocument(options)
  const finish = collectObjects(doc)
  doc.addPage({ size: [100, 100] })
  const picture = streamObject(doc, { Type: 'XObject', Subtype: 'Image' }, Buffer.from('x'))
  const names = [pictureName(doc, picture), pictureName(doc, picture)]
  writeAtOnce(doc, () => doc.addContent('/First Do').addContent('/Second Do'))
  const content = finish().objects.map(({ stream }) => Buffer.from(stream ?? []).toString('latin1'))
  expect(names).toEqual(['P0', 'P0'])
  expect(content.some((text) => text.includes('/First Do\n/Second Do\n'))).toBe(true)
})
