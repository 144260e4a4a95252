import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseDataset } from '../../../src/dataset/read/read.ts'

const dataOf = (name: string) => readFileSync(`test/trust/sentences/prices-by-region/${name}`, 'utf8')
const messages = (series: string) => {
  const texts = {
    'report.yaml': dataOf('report.yaml'),
    'figures.yaml': dataOf('figures.yaml'),
    'reihen.csv': series,
  }
  const files = Object.entries(texts).map(([name, text]) => ({ path: `data/${name}`, bytes: Buffer.from(text) }))
  return parseDataset(files).diagnostics.map(({ message, hint }) => `${message}; ${hint}`)
}

it('asks what the comma of 1,612 is in a report that writes 125,1, where it would be read as 1612', () => {
  const series = dataOf('reihen.csv')
  expect(messages(series)).toEqual([])
  expect(messages(series.replace('diesel,1.612', 'diesel,"1,612"'))).toEqual([
    'a comma that may be either: 1,612, where this report writes decimals so: 125,1; write 1612, or 1.612',
  ])
  expect(messages(series.replace('diesel,1.612', 'diesel,"1,612,000"')).join()).not.toContain('a comma')
  expect(messages(series.replace('diesel,1.612', 'diesel,"1,612 Mio."')).join()).not.toContain('a comma')
  expect(messages(series.replace('diesel,1.612', 'diesel,"1,612 million"')).join()).toContain(
    'write 1612 million, or 1.612 million',
  )
})

it('asks what the point of 14.302 is in a sum, where it would be read as a fraction', () => {
  const messagesOf = (language: string, others = '', arrests = '14.302') => {
    const report = `id: r\ntitle: R\npublisher: P\ngeography: G\nperiod: 2025\ncomparison: 2024\nlanguage: ${language}\nreleased: 2026-02-01\nunits:\n  arrests: { label: arrests }\nsources:\n  s: { kind: primary, title: S, publisher: P, cite: S }\n`
    const figures = `indicators:\n  arrests: { label: Arrests, unit: arrests, type: flow }\n  wait: { label: Wait, unit: days, type: ratio }\n`
    const csv = `indicator,period,value,source\narrests,2025,${arrests},s\nwait,2025,1.612,s\n${others}`
    const files = Object.entries({ 'report.yaml': report, 'figures.yaml': figures, 'a.csv': csv })
    const { diagnostics } = parseDataset(
      files.map(([name, text]) => ({ path: `data/${name}`, bytes: Buffer.from(text) })),
    )
    return diagnostics.map(({ message, hint }) => `${message}; ${hint}`)
  }
  const asked =
    'a point that may be either: 14.302, in a language that groups digits so; write 14302, or the fraction in a smaller unit'
  expect(messagesOf('es')).toEqual([asked])
  expect(messagesOf('es', 'wait,2024,"1,6",s\n')).toEqual([asked])
  expect(messagesOf('es', 'wait,2024,1.6,s\n')).toEqual([])
  expect(messagesOf('es', 'wait,2024,"1,6",s\nwait,2023,2.870 days,s\n')[1]).toBe(
    'a point that may be either: 2.870 days, in a language that groups digits so; write 2870 days, or 2,870 days',
  )
  expect(messagesOf('es', '', '14.302 mil')).toEqual([asked.replaceAll('302', '302 mil')])
  expect(messagesOf('es', '', '−14.302').join()).toContain('write −14302, or')
  expect(messagesOf('es', '', '14.302 million')).toEqual([])
  expect(messagesOf('fr')).toEqual([])
  expect(messagesOf('en')).toEqual([])
})
