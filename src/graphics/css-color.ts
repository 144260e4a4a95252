import { hslToRgb, toHex } from '../theme/theme-colors.ts'

/** A colour as PDF takes it: `#rrggbb` or a CSS name, and its opacity from 0 to 1. */
export interface OpaqueColor {
  color: string
  opacity: number
}

/** A CSS colour (hexadecimal, rgb(), hsl(), a name) in PDF's terms; undefined for one that paints nothing. */
export function parseCssColor(text: string): OpaqueColor | undefined {
  const css = text.trim().toLowerCase()
  if (css === '' || css === 'none' || css === 'transparent') return undefined
  const hex = /^#([0-9a-f]{3,8})$/.exec(css)?.[1]
  if (hex !== undefined) return fromHex(hex)
  const call = /^(rgb|hsl)a?\((.+)\)$/.exec(css)
  // The one name of CSS that is younger than pdfkit's list.
  const name = css === 'rebeccapurple' ? '#663399' : css
  return call ? fromCall(call[1] ?? '', call[2] ?? '') : { color: name, opacity: 1 }
}

function fromHex(digits: string): OpaqueColor {
  const full = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits
  const opacity = full.length === 8 ? Number.parseInt(full.slice(6), 16) / 255 : 1
  return { color: `#${full.slice(0, 6)}`, opacity }
}

/** Arguments by comma or space, the opacity after a comma or a slash. */
function fromCall(name: string, text: string): OpaqueColor {
  const parts = text.split(/[\s,/]+/).filter((part) => part !== '')
  const [first = 0, second = 0, third = 0] = parts.map((part) => Number.parseFloat(part))
  const alpha = parts[3]
  const opacity = alpha === undefined ? 1 : Number.parseFloat(alpha) / (alpha.endsWith('%') ? 100 : 1)
  if (name === 'hsl') return { color: toHex(hslToRgb(first, second / 100, third / 100)), opacity }
  const full = parts[0]?.endsWith('%') ? 2.55 : 1
  return { color: toHex([first * full, second * full, third * full]), opacity }
}
