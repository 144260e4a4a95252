import type { Size } from '../../../graphics/types.ts'

/**
 * Vega's SVG with the same bytes from run to run, and exactly as large as asked.
 * Vega counts the ids of clips and gradients up through the life of the process; here they are numbered anew in the order in which they are defined.
 */
export function normalizeSvg(svg: string, natural: Size, size: Size): string {
  return renumberIds(svg).replace(
    /^<svg ([^>]*?)width="[^"]*" height="[^"]*" viewBox="[^"]*"/,
    (_, attributes: string) => {
      const [width, height] = [size.width, size.height].map(short)
      const box = `0 0 ${short(natural.width)} ${short(natural.height)}`
      return `<svg ${attributes}width="${width}" height="${height}" viewBox="${box}" preserveAspectRatio="xMinYMin meet"`
    },
  )
}

function renumberIds(svg: string): string {
  const numbers = new Map<string, string>()
  const renumber = (id: string) => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const fresh = `${id.replace(/\d+$/, '')}${numbers.size}`
    numbers.set(id, fresh)
    return fresh
  }
  return svg.replace(
    /(\bid="|url\(#(?:p_)?|"p_)((?:clip|gradient_)\d+)(?=["')])/g,
    (_, before: string, id: string) => before + renumber(id),
  )
}

/** Three decimals are a thousandth of a point. */
function short(length: number): string {
  return String(Math.round(length * 1000) / 1000)
}
