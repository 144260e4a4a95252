import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast'
import { getPlace, type Parsing, report } from './parsing.ts'

/** Reports footnotes that would be lost or circular: unreferenced, of a name already taken, or with references. */
export function checkNotes(root: Root, parsing: Parsing): void {
  const definitions = collect(root, isDefinition)
  const inNotes = new Set(definitions.flatMap((definition) => collect(definition, isReference)))
  const seen = new Set<string>()
  for (const reference of inNotes) {
    const message = `a footnote that refers to a footnote: [^${reference.label ?? reference.identifier}]`
    report(parsing, message, getPlace(reference, parsing), 'say it in its own words')
  }
  const referred = new Set(collect(root, isReference).map(({ identifier }) => identifier))
  for (const definition of definitions) {
    const { identifier, label } = definition
    const name = `[^${label ?? identifier}]`
    const place = getPlace(definition, parsing)
    if (seen.has(identifier)) report(parsing, `a second footnote of this name: ${name}`, place, 'give it another name')
    else if (!referred.has(identifier))
      report(
        parsing,
        `a footnote that nothing refers to: ${name}`,
        place,
        `write ${name} where it belongs, or delete it`,
      )
    seen.add(identifier)
  }
}

function collect<T extends Nodes>(node: Nodes, isWanted: (node: Nodes) => node is T): T[] {
  const own = isWanted(node) ? [node] : []
  return 'children' in node ? [...own, ...node.children.flatMap((child) => collect(child, isWanted))] : own
}

function isDefinition(node: Nodes): node is FootnoteDefinition {
  return node.type === 'footnoteDefinition'
}

function isReference(node: Nodes): node is FootnoteReference {
  return node.type === 'footnoteReference'
}
