import { expect, test } from 'vitest'
import { createMemory } from '../../../src/memory/memory.ts'
import { corpusDataset, judgeWhole } from '../sentences/sentences.ts'

test.each([
  [
    'the quarter that stands in front, and a verb in two parts before its subject',
    ['de', 'handwerk'],
    'Gegenüber dem zweiten Quartal legte der Umsatz zu.',
    'Gegenüber dem zweiten Quartal ging der Umsatz zurück.',
  ],
  [
    'a part of an increase',
    ['de', 'handwerk'],
    'Der Zuwachs bei den Auszubildenden geht überwiegend auf junge Frauen zurück.',
    'Der Zuwachs bei den Auszubildenden geht überwiegend auf junge Männer zurück.',
  ],
  [
    'a step in per cent against those of others',
    ['de', 'handwerk'],
    'Am stärksten, nämlich um {{by "beschaeftigte[lebensmittel].rate"}}, schrumpfte die Beschäftigung im Lebensmittelgewerbe.',
    'Am stärksten, nämlich um {{by "beschaeftigte[bau].rate"}}, schrumpfte die Beschäftigung im Bauhauptgewerbe.',
  ],
  [
    'for every one so many, of two categories',
    ['de', 'handwerk'],
    'Auf eine weibliche Auszubildende kommen fast fünf männliche.',
    'Auf eine weibliche Auszubildende kommen nur noch drei männliche.',
  ],
  [
    'two movements of what stands before, each with a base',
    ['zh', 'yongdian'],
    '外送电量{export}，同比增长、环比增长。',
    '外送电量{export}，同比增长、环比下降。',
  ],
  [
    'an extreme of a fall, whose adverb follows its subject',
    ['zh', 'yongdian'],
    '北岭用电量最少，降幅却最大。',
    '北岭用电量最少，增幅却最大。',
  ],
  [
    'how far a level went, after the noun for it',
    ['zh', 'yongdian'],
    '居民生活用电量由9月的{use[households]@2026-09}降至{use[households]}，降幅超过两成。',
    '居民生活用电量由9月的{use[households]@2026-09}降至{use[households]}，降幅超过三成。',
  ],
  [
    'more of a thing, and not above a number',
    ['fr', 'hlm'],
    'Moins de livraisons, plus de mises en chantier',
    'Plus de livraisons, moins de mises en chantier',
  ],
  [
    'a level of then beside a change',
    ['fr', 'hlm'],
    'Les impayés reculent de {{by "impayes"}} mais dépassent encore leur niveau de 2021.',
    'Les impayés reculent de {{by "impayes"}} et repassent sous leur niveau de 2021.',
  ],
  [
    'the month that a sentence names, where the report compares with a year before',
    ['es', 'aceite'],
    'Crecieron las exportaciones respecto a febrero.',
    'Frente a febrero, en cambio, aumentaron las existencias.',
  ],
] as const)('sentences of plain releases are held to %s', (_, [language, folder], right, wrong) => {
  const dataset = corpusDataset(folder)
  const severities = [right, wrong].map((text) =>
    judgeWhole(text, dataset, language, createMemory()).map(({ severity }) => severity),
  )
  expect(severities[0]).toEqual([])
  expect(severities[1]).toContain('error')
})
