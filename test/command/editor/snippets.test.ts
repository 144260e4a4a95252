import { expect, it } from 'vitest'
import { toSnippets } from '../../../src/command/editor/snippets.ts'
import { readDataset } from '../../../src/dataset/read/read.ts'
import { starterReport } from '../../cli/starter.ts'

it('completes helpers with the report’s figures and lists, and blocks', () => {
  const snippets = toSnippets(readDataset(starterReport()).value)
  expect(snippets['helper value']).toMatchObject({ prefix: '{{value', description: expect.stringMatching(/^A level/) })
  expect(snippets['helper value']?.body).toEqual([
    expect.stringMatching(/^\{\{value "\$\{1\|visits,central-visits,.*recovery\|\}"\}\}$/),
  ])
  expect(snippets['helper rank']?.body[0]).toMatch(/^\{\{rank "\$\{1\|key-figures,branches\|\}" "\$\{2\|visits,/)
  expect(snippets['block quote']).toMatchObject({ prefix: ':::quote', body: [':::quote[$1]', '$0', ':::'] })
})

it('completes figures by their names, with their values, and charts, layouts and claims', () => {
  const snippets = toSnippets(readDataset(starterReport()).value)
  expect(snippets['figure members']).toEqual({
    ...{ prefix: 'members', body: ['{{value "members"}}'] },
    description: 'Members: 96,400 people',
  })
  expect(snippets['chart ranking']?.body).toEqual([`![](chart:ranking list="\${1|key-figures,branches|}")`])
  expect(snippets['chart timeline']?.body).toEqual(['![](chart:timeline events="$1")'])
  expect(snippets['layout big-number']?.body).toEqual(['::slide{layout="big-number"}'])
  expect(snippets['claim rose']?.body).toEqual([
    expect.stringMatching(/^\{\{#claim "rose" "\$\{1\|visits,.*\|\}"\}\}\$0\{\{\/claim\}\}$/),
  ])
})

it('has places to fill in where there is no report', () => {
  expect(toSnippets(undefined)['helper value']?.body).toEqual([`{{value "\${1:reference}"}}`])
})
