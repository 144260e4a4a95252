import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { barePicture, getOrientation } from '../../../src/graphics/picture/bare-picture.ts'

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(marker, 0)
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** EXIF with a way up, little endian, and a place. */
function exif(orientation: number): Buffer {
  const directory = Buffer.alloc(26)
  directory.write('II', 0, 'latin1')
  directory.writeUInt16LE(42, 2)
  directory.writeUInt32LE(8, 4)
  directory.writeUInt16LE(1, 8)
  directory.writeUInt16LE(0x0112, 10)
  directory.writeUInt16LE(3, 12)
  directory.writeUInt32LE(1, 14)
  directory.writeUInt16LE(orientation, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), directory, Buffer.from('GPS 51.5 N')])
}

const profile = segment(0xffe2, Buffer.from('ICC_PROFILE'))
const scan = Buffer.concat([segment(0xffda, Buffer.from('scan')), Buffer.from([1, 2, 3, 0xff, 0xd9])])
const jpeg = (orientation: number) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xffe1, exif(orientation)),
    profile,
    segment(0xffed, Buffer.from('IPTC author')),
    segment(0xfffe, Buffer.from('a comment')),
    scan,
  ])

test('a JPEG loses place, camera, author and comments, and keeps colours and picture', () => {
  const bare = Buffer.from(barePicture(jpeg(1)) ?? [])
  expect(bare.equals(Buffer.concat([Buffer.from([0xff, 0xd8]), profile, scan]))).toBe(true)
})

test('a PNG loses its words and EXIF', () => {
  const chunk = (name: string, content: string) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(content.length)
    return Buffer.concat([length, Buffer.from(`${name}${content}CRC!`, 'latin1')])
  }
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const kept = [chunk('IHDR', 'thirteen byte'), chunk('IDAT', 'pixels'), chunk('IEND', '')]
  const [ihdr = head, ...rest] = kept
  const bare = barePicture(Buffer.concat([head, ihdr, chunk('eXIf', 'GPS'), chunk('iTXt', 'words'), ...rest]))
  expect(Buffer.from(bare ?? []).equals(Buffer.concat([head, ...kept]))).toBe(true)
})

test('neither PNG nor JPEG, or one that ends early, is none', () => {
  expect(barePicture(Buffer.from('RIFF1234WEBPVP8 '))).toBeUndefined()
  expect(barePicture(jpeg(1).subarray(0, 40))).toBeUndefined()
})

test('the way up is what the camera says', () => {
  expect([jpeg(1), jpeg(6), scan].map(getOrientation)).toEqual([1, 6, 1])
})
