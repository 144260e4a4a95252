import type { Nodes } from 'mdast'

/** The addresses of link definitions (`[label]: address`), by their label as Markdown compares it; of two with one label the first counts. */
export function definitionsIn(node: Nodes): ReadonlyMap<string, string> {
  return new Map(listDefinitions(node).reverse())
}

function listDefinitions(node: Nodes): [label: string, address: string][] {
  if (node.type === 'definition') return [[node.identifier, node.url]]
  return 'children' in node ? node.children.flatMap(listDefinitions) : []
}
