import { expect, it } from 'vitest'
import { readDataset } from '../../../src/dataset/read/read.ts'
import { listVariants } from '../../../src/dataset/variant/list-variants.ts'
import { formatDiagnostic } from '../../../src/diagnostic.ts'
import { sourceText } from '../../../src/files/source-text.ts'
import { regions } from '../../fixtures.ts'

function list(each: string[], table?: string, references: [string, string][] = [], languages = ['en', 'zh']) {
  const dataset = readDataset(regions).value
  if (!dataset) throw new Error('the report of the regions cannot be read')
  const plan = {
    each: each.map((name) => ({ name })),
    references: new Map(references.map(([id, name]) => [id, { name }])),
  }
  const source = table === undefined ? undefined : sourceText('list.csv', table)
  const { value, diagnostics } = listVariants(plan, source, { ...dataset, languages })
  return { ids: value?.map(({ id }) => id), value, faults: diagnostics.map(formatDiagnostic) }
}

it('makes a variant of each category, language, row and template, and of their product', () => {
  expect(list(['region']).ids).toEqual(['north', 'south', 'islands'])
  expect(list(['region', 'language']).ids).toEqual([
    ...['north-en', 'north-zh', 'south-en', 'south-zh', 'islands-en', 'islands-zh'],
  ])
  expect(list([], 'id,name\nade,Ms Ade\nbo,Mr Bo\n', [['acme', 'brand/acme.pptx']]).value).toEqual([
    {
      id: 'ade-acme',
      categories: {},
      values: {
        id: { code: 'ade-acme', words: { en: 'ade-acme' } },
        name: { code: 'Ms Ade', words: { en: 'Ms Ade' } },
      },
      reference: 'brand/acme.pptx',
    },
    expect.objectContaining({ id: 'bo-acme' }),
  ])
})

it('takes a category, a language and a template from the columns of a table', () => {
  const { value } = list([], 'id,region,language,reference\na,south,zh,brand/b.pptx\n')
  expect(value?.[0]).toMatchObject({
    categories: { region: 'south' },
    values: { region: { code: 'south', words: { en: 'the South', zh: '南部' } } },
    language: 'zh',
    reference: 'brand/b.pptx',
  })
})

it('leaves out what is in another language than is asked for', () => {
  const asked = (table: string | undefined, ...languages: string[]) =>
    list(table ? [] : ['language'], table, [], languages)
  expect(asked(undefined, 'zh').ids).toEqual(['zh'])
  const table = 'id,language\na,en\nb,zh\nc,\n'
  expect(asked(table, 'zh')).toMatchObject({ ids: ['b', 'c'], faults: [] })
  expect(asked('id,language\na,en\n', 'zh').faults).toEqual([
    'list.csv:1:1: error: no row in a language that is asked for: zh',
  ])
})

it('tells every fault of a table at its place', () => {
  expect(list([], 'id,region,language\n../up,south,en\nb,sud,fr\n').faults).toEqual([
    'list.csv:2:1: error: not an id: ../up\n  expected: letters, digits, - and _, such as north-2',
    'list.csv:3:7: error: not a language of the report: fr\n  expected: one of en, zh\n  hint: name it in languages: of data/report.yaml',
    'list.csv:3:3: error: unknown category of region: sud',
  ])
  expect(list([], 'name\nx\n').faults[0]).toContain('list.csv:1:1: error: no column id: name')
  expect(list([], 'id,The Name\na,x\n').faults).toEqual([
    'list.csv:1:1: error: not the name of a value: The Name\n  expected: letters, digits and hyphens, such as recipient',
  ])
  expect(list(['regoin']).faults).toEqual(['error: unknown dimension: regoin\n  hint: did you mean region?'])
})

it('refuses two variants whose files would be one where capitals are not told from small letters', () => {
  expect(list([], 'id\nA\na\n').faults).toEqual([
    'list.csv:3:1: error: two variants of one name: a\n  hint: give one of them another id',
  ])
})
