import { isLinkAddress } from '../../files/link-address.ts'
import { type Relations, relationTypes } from '../../opc/package.ts'
import { slideName } from '../../opc/part-names.ts'
import type { LinkTarget } from './shapes/text-properties.ts'

/**
 * Makes links with their relations: `#id` to its anchor's slide, and http, https and mailto.
 * Others (pptxgenjs passes `javascript:`) and unknown anchors make none.
 */
export function getLinks(
  relations: Relations,
  anchors: ReadonlyMap<string, number>,
): (href: string) => LinkTarget | undefined {
  return (href) => {
    if (href.startsWith('#')) {
      const slide = anchors.get(href.slice(1))
      if (slide === undefined) return undefined
      return { relation: relations.add(relationTypes.slide, slideName(slide)), toSlide: true }
    }
    const address = safeAddress(href)
    if (address === undefined) return undefined
    return { relation: relations.add(relationTypes.hyperlink, address, true), toSlide: false }
  }
}

/** The address as a URI for every reader, percent-encoded; undefined if its scheme is none of the three. */
export function safeAddress(href: string): string | undefined {
  return isLinkAddress(href) && URL.canParse(href) ? new URL(href).href : undefined
}
