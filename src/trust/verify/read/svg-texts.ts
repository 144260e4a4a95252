import { unescapeText } from '../../../opc/xml.ts'

/** The texts of an SVG, in the order that they are written in. */
export function svgTexts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)]
    .flatMap(([, inner = '']) => inner.split('</tspan>'))
    .map((line) => unescapeText(line.replace(/<[^>]*>/g, '')))
    .filter((text) => text.trim() !== '')
}
