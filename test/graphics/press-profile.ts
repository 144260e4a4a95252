import { Buffer } from 'node:buffer'

/** An ICC profile of version 2 as a press has it, its table of two steps an axis: cyan and magenta by a, yellow by b, black by lightness; parts of it replaced, by offset. */
export function pressProfile(replaced: Readonly<Record<number, string>> = {}): Uint8Array {
  const header = Buffer.alloc(132)
  header.write('prtrCMYKLab ', 12, 'latin1')
  header.write('acsp', 36, 'latin1')
  header.writeUInt32BE(1, 128)
  const tag = Buffer.alloc(12)
  tag.write('B2A0', 0, 'latin1')
  tag.writeUInt32BE(144, 4)
  const table = Buffer.alloc(52)
  table.write('mft2', 0, 'latin1')
  table.set([3, 4, 2], 8)
  table.writeUInt16BE(2, 48)
  table.writeUInt16BE(2, 50)
  const straight = (count: number) => Array.from({ length: count }, () => [0, 1]).flat()
  const cells = [0, 1].flatMap((l) => [0, 1].flatMap((a) => [0, 1].flatMap((b) => [1 - a, a, b, 1 - l])))
  const numbers = Buffer.from(
    Uint16Array.from([...straight(3), ...cells, ...straight(4)], (part) => part * 65535).buffer,
  ).swap16()
  const file = Buffer.concat([header, tag, table, numbers])
  file.writeUInt32BE(file.length, 0)
  for (const [at, text] of Object.entries(replaced)) file.write(text, Number(at), 'latin1')
  return file
}
