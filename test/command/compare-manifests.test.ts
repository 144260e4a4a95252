import { describe, expect, it } from 'vitest'
import { parseManifest } from '../../src/build/manifest.ts'
import type { Manifest } from '../../src/build/types.ts'
import { compareManifests } from '../../src/command/build/run-build-check.ts'

const built: Manifest = {
  versions: { briefwright: '0.1.0', node: '20.20.2', zlib: '1.3.1' },
  asked: {},
  inputs: { 'data/figures.yaml': 'a', 'templates/deck.md.hbs': 'b' },
  fonts: { 'arimo.ttf': 'c' },
  outputs: { 'lake.pptx': 'd', 'lake.pdf': 'e' },
}
const asBuilt = new Map(Object.entries(built.outputs))

describe('compareManifests', () => {
  it('finds nothing where all is as a build makes it', () => {
    expect(compareManifests(built, built, asBuilt)).toEqual([])
  })

  it('names what is missing', () => {
    expect(compareManifests(built, built, new Map([['lake.pdf', 'e']]))).toEqual([
      { name: 'lake.pptx', what: 'missing', why: [] },
    ])
  })

  it('knows a file that was edited from one whose inputs changed', () => {
    const now = {
      ...built,
      inputs: { 'data/figures.yaml': 'x', 'data/more.csv': 'y' },
      versions: { ...built.versions, node: '22.1.0' },
      outputs: { 'lake.pptx': 'n', 'lake.pdf': 'm' },
    }
    const changed = [
      'data/figures.yaml changed',
      'data/more.csv is new',
      'templates/deck.md.hbs is gone',
      'node is 22.1.0, was 20.20.2',
    ]
    expect(compareManifests(now, built, new Map([...asBuilt, ['lake.pdf', 'edited']]))).toEqual([
      { name: 'lake.pptx', what: 'differs', why: changed },
      { name: 'lake.pdf', what: 'differs', why: ['it was edited after it was built', ...changed] },
    ])
  })

  it('says so where nobody knows what a file was made of', () => {
    const [difference] = compareManifests(built, undefined, new Map([...asBuilt, ['lake.pdf', 'other']]))
    expect(difference?.why).toEqual(['there is no manifest.json that says what it was made of'])
  })
})

describe('parseManifest', () => {
  it('takes what a build wrote, and nothing else', () => {
    expect(parseManifest(JSON.stringify(built))).toEqual(built)
    for (const text of ['', '[]', '{}', 'null', JSON.stringify({ ...built, inputs: { a: 1 } })]) {
      expect(parseManifest(text)).toBeUndefined()
    }
  })
})
