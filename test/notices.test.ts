import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

// npm test bundles first: these are files that the package ships.
const notices = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8').split(/\n-{80}\n\n/)
const bill = JSON.parse(readFileSync('dist/bom.json', 'utf8'))

it('has the whole licence of each bundled package', () => {
  expect(notices.length).toBeGreaterThan(80)
  for (const notice of notices) expect(notice).toMatch(/permission|redistribut|licensed under|public domain/i)
  const dfa = notices.find((notice) => notice.startsWith('dfa '))
  expect(dfa).toContain('Copyright (c) Devon Govett')
  expect(dfa).toContain('Permission is hereby granted, free of charge')
})

it('has a bill of materials in which an auditor finds what is bundled, and what is installed beside it', () => {
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'briefwright' } } })
  const names = (how: string) =>
    bill.components.flatMap(({ name, properties }: { name: string; properties: { value: string }[] }) =>
      properties[0]?.value === how ? [name] : [],
    )
  expect(names('bundled')).toEqual(expect.arrayContaining(['vega', 'vega-lite', 'pdfjs-dist', 'handlebars', 'pdfkit']))
  expect(names('bundled')).toHaveLength(notices.length)
  expect(names('installed')).toEqual([
    '@expo-google-fonts/arimo',
    '@expo-google-fonts/caladea',
    '@hyzyla/pdfium',
    '@resvg/resvg-js',
  ])
})
