import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readZip, writeZip } from '../../src/opc/zip.ts'

const files = new Map([
  ['a/größe.xml', strToU8('<a/>'.repeat(1000))],
  ['b.png', strToU8('stored')],
  ['empty.txt', new Uint8Array()],
])

it('writes archives that others read, deflated but for pictures', () => {
  const archive = writeZip(files, new Date('2024-03-22T00:00:00Z'))
  expect(unzipSync(archive)).toEqual(
    Object.fromEntries([...files].map(([name, content]) => [name, new Uint8Array(content)])),
  )
  expect(archive.length).toBeLessThan(600)
  expect(Buffer.from(archive).includes('stored')).toBe(true)
})

it('dates all files to noon of the day, whatever the time zone', () => {
  const archive = Buffer.from(writeZip(files, new Date('2024-03-22T23:59:00Z')))
  const stamp = archive.readUInt32LE(10)
  expect([1980 + (stamp >>> 25), (stamp >>> 21) & 15, (stamp >>> 16) & 31, (stamp >>> 11) & 31]).toEqual([
    2024, 3, 22, 12,
  ])
})

it('reads archives of others, without their folders', () => {
  const archive = zipSync({
    'folder/': new Uint8Array(),
    'folder/a.txt': strToU8('a'.repeat(500)),
    'b.txt': [strToU8('b'), { level: 0 }],
  })
  expect([...readZip(archive)].map(([name, content]) => [name, content.length])).toEqual([
    ['folder/a.txt', 500],
    ['b.txt', 1],
  ])
})

it('refuses what is no archive', () => {
  expect(() => readZip(strToU8('nothing of the kind'))).toThrow('not a zip archive')
})
