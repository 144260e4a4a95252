import type { Part } from '../opc/package.ts'
import { childElements, childNamed, descendants, element, getText, type XmlElement } from '../opc/xml.ts'

/** Moves sample text colours to where slides find them: LibreOffice writes them on the sample text alone. */
export function withSampleColors(parts: readonly Part[]): Part[] {
  const properties = parts.find(({ name }) => name === '/docProps/app.xml')?.content
  const maker = properties instanceof Uint8Array ? undefined : childNamed(properties, 'Application')
  if (!maker || !/^LibreOffice/.test(getText(maker))) return [...parts]
  return parts.map((part) =>
    part.name.startsWith('/ppt/slideLayouts/') && !(part.content instanceof Uint8Array)
      ? { ...part, content: sayColors(part.content) }
      : part,
  )
}

function sayColors(node: XmlElement): XmlElement {
  if (node.name === 'p:sp' && descendants(node, 'p:ph').length > 0)
    return withElements(node, (child) => (child.name === 'p:txBody' ? sayInBody(child) : child))
  return withElements(node, sayColors)
}

function sayInBody(body: XmlElement): XmlElement {
  if (childElements(childNamed(body, 'a:lstStyle')).length > 0) return body
  const style = element('a:lstStyle', {}, sampleLevels(body))
  const others = body.children.filter((child) => typeof child === 'string' || child.name !== 'a:lstStyle')
  const at = others.findIndex((child) => typeof child !== 'string' && child.name === 'a:p')
  return { ...body, children: [...others.slice(0, at), style, ...others.slice(at)] }
}

/** `<a:lvl1pPr>` and its like, each with the colour of the first sample at that level. */
function sampleLevels(body: XmlElement): XmlElement[] {
  const samples = childElements(body).filter(({ name }) => name === 'a:p')
  return [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((level) => {
    const sample = samples.find((one) => Number(childNamed(one, 'a:pPr')?.attributes.lvl ?? 0) === level)
    const looks = [...childElements(sample).map((run) => childNamed(run, 'a:rPr')), childNamed(sample, 'a:endParaRPr')]
    const fill = looks.flatMap((look) => childNamed(look, 'a:solidFill') ?? [])[0]
    return fill ? [element(`a:lvl${level + 1}pPr`, {}, [element('a:defRPr', {}, [fill])])] : []
  })
}

function withElements(node: XmlElement, change: (child: XmlElement) => XmlElement): XmlElement {
  return { ...node, children: node.children.map((child) => (typeof child === 'string' ? child : change(child))) }
}
