import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/opc/open-archive.ts'

test('an archive with more XML than its reader can take is not unpacked', () => {
  const archive = zipSync({ 'a.xml': strToU8('<a/>'.repeat(1_000_000)), 'b.bin': strToU8('x'.repeat(3_000_000)) })
  expect(() => openArchive(archive, { most: 3_000_000 })).toThrow('holds 4 MB of XML, more than 3 MB')
  expect([...openArchive(archive).keys()]).toEqual(['a.xml', 'b.bin'])
  expect([...openArchive(archive, { most: 3_000_000, isOurs: true }).keys()]).toEqual(['a.xml', 'b.bin'])
})
