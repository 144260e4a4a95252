import { unescapeXml } from '../../../chart/draw/escape-xml.ts'

/** The texts of an SVG, in the order that they are written in. */
export function svgTexts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)]
    .map(([, inner = '']) => unescapeXml(inner.replace(/<[^>]*>/g, '')))
    .filter((text) => text.trim() !== '')
}
