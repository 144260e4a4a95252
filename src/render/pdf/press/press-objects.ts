import { deflateSync, inflateSync } from 'node:zlib'
import type { PressProfile } from '../../../graphics/icc-profile.ts'
import type { PdfObject } from '../../../graphics/pdfkit.ts'
import { formatNumber } from '../file/format-number.ts'

/** What is printed beyond the cut, so that no white edge is left: three millimetres. */
export const bleed = 8.504

/** Marks of the cut stand outside of the bleed, on a sheet that much larger on each side: ten millimetres. */
const margin = 28.346

/**
 * A document's objects for a press: colours as inks of the profile, greys and the black of words in black alone, pages
 * with bleed and marks of the cut, the profile as output
 * intent. Pictures stay as they are, with the profile of sRGB that says what their numbers mean.
 */
export function pressObjects(objects: readonly PdfObject[], profile: PressProfile): PdfObject[] {
  const pageOf = new Map(
    objects.flatMap(({ value }) =>
      isPage(value) ? references(value, 'Contents').map((id) => [id, value] as const) : [],
    ),
  )
  const srgb = objects.flatMap(({ value }) => references(value, 'DestOutputProfile'))[0]
  const next = Math.max(...objects.map(({ id }) => id)) + 1
  const [intent, inks] = [next, next + 1]
  const changed = objects.map((object): PdfObject => {
    const { id, value, stream } = object
    const page = pageOf.get(id)
    if (page !== undefined && stream)
      return deflated(id, getMarks(page) + inInks(inflateSync(stream).toString('latin1'), profile))
    if (isPage(value)) return { ...object, value: pageBoxes(value) }
    if (value.includes('/Subtype /Image'))
      return { ...object, value: value.replace('/DeviceRGB', `[/ICCBased ${srgb} 0 R]`) }
    if (value.includes('/OutputIntents'))
      return { ...object, value: value.replace(/\/OutputIntents \[(\d+ 0 R)\]/, `/OutputIntents [$1 ${intent} 0 R]`) }
    if (value.includes('/DestOutputProfile')) return { ...object, value: outputIntent('GTS_PDFA1', inks) }
    return { ...object, value: shadingInInks(value, profile) }
  })
  const { value, stream } = deflated(inks, Buffer.from(profile.bytes).toString('latin1'))
  return [
    ...changed,
    { id: intent, value: outputIntent('GTS_PDFX', inks) },
    { id: inks, value: value.replace('<<', '<</N 4'), stream },
  ]
}

function isPage(value: string): boolean {
  return /\/Type \/Page\b(?!s)/.test(value)
}

/** The objects that a dictionary's entry names. */
function references(value: string, key: string): number[] {
  const [, id] = new RegExp(`/${key} (\\d+) 0 R`).exec(value) ?? []
  return id === undefined ? [] : [Number(id)]
}

function deflated(id: number, content: string): PdfObject {
  const stream = deflateSync(Buffer.from(content, 'latin1'))
  return { id, value: `<</Filter/FlateDecode/Length ${stream.length}>>`, stream }
}

function outputIntent(kind: 'GTS_PDFA1' | 'GTS_PDFX', inks: number): string {
  return `<</Type/OutputIntent/S/${kind}/OutputConditionIdentifier(Custom)/Info(The profile that the document was made for)/DestOutputProfile ${inks} 0 R>>`
}

/** Content with inks in place of RGB or grey. Words in it are hexadecimal, so that none is taken for a colour. */
function inInks(content: string, profile: PressProfile): string {
  const ink = (color: readonly string[], isStroke: boolean) => `${inks(color, profile)} ${isStroke ? 'K' : 'k'}`
  return content
    .replaceAll(/^\/DeviceRGB (cs|CS)\n([\d.]+) ([\d.]+) ([\d.]+) (?:scn|SCN)$/gm, (_, space, r, g, b) =>
      ink([r, g, b], space === 'CS'),
    )
    .replaceAll(/^([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)\b/gm, (_, r, g, b, set) => ink([r, g, b], set === 'RG'))
    .replaceAll(/^([\d.]+) (g|G)\b/gm, (_, grey, set) => ink([grey, grey, grey], set === 'G'))
}

function inks(color: readonly string[], { toCmyk }: PressProfile): string {
  return toCmyk(color.map(Number)).map(formatNumber).join(' ')
}

/** The ends of a gradient. */
function shadingInInks(value: string, profile: PressProfile): string {
  const shaded = value.includes('/ShadingType') ? value.replaceAll('/DeviceRGB', '/DeviceCMYK') : value
  return shaded.replaceAll(
    /\/(C[01]) \[([\d.]+) ([\d.]+) ([\d.]+)\]/g,
    (_, end, r, g, b) => `/${end} [${inks([r, g, b], profile)}]`,
  )
}

const sheet = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/

function pageBoxes(value: string): string {
  return value.replace(sheet, (_, width: string, height: string) => {
    const box = (name: string, beyond: number) =>
      `/${name} [${[-beyond, -beyond, Number(width) + beyond, Number(height) + beyond].map(formatNumber).join(' ')}]`
    return [box('MediaBox', margin), box('BleedBox', bleed), box('TrimBox', 0)].join('\n')
  })
}

/** Marks at the corners of a page, in all inks. */
function getMarks(page: string): string {
  const [, width = '0', height = '0'] = sheet.exec(page) ?? []
  const [near, far] = [bleed + 3, margin - 3]
  const lines = [0, Number(width)].flatMap((x) =>
    [0, Number(height)].flatMap((y) => {
      const [across, up] = [x === 0 ? -1 : 1, y === 0 ? -1 : 1]
      return [
        [x + across * near, y, x + across * far, y],
        [x, y + up * near, x, y + up * far],
      ]
    }),
  )
  const drawn = lines.map((line) => {
    const [x1, y1, x2, y2] = line.map(formatNumber)
    return `${x1} ${y1} m ${x2} ${y2} l S`
  })
  return `/Artifact BMC\nq 0.25 w 1 1 1 1 K\n${drawn.join('\n')}\nQ\nEMC\n`
}
