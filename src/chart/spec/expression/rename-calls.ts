import { parseExpression } from '../../draw/vega/vega.ts'
import type { Node } from './expression-fields.ts'

/** An expression with functions called by other names, as Vega's own parser reads it; the same text where none of them is called, or where it cannot be read. */
export function renameCalls(text: string, names: Readonly<Record<string, string>>): string {
  let isRenamed = false
  const rename = (name: string): string => {
    const other = Object.hasOwn(names, name) ? names[name] : undefined
    isRenamed ||= other !== undefined
    return other ?? name
  }
  try {
    const written = write(parseExpression(text) as Node, rename)
    return isRenamed ? written : text
  } catch {
    return text
  }
}

type Rename = (name: string) => string

/** The text of an expression. */
function write(node: Node, rename: Rename): string {
  const one = (part: Node | undefined): string => (part ? write(part, rename) : '')
  const list = (parts: readonly Node[] | undefined): string => (parts ?? []).map(one).join(', ')
  const operand = (part: Node | undefined): string => (isOperation(part) ? `(${one(part)})` : one(part))
  switch (node.type) {
    case 'Literal':
      return node.raw ?? ''
    case 'Identifier':
      return node.name ?? ''
    case 'ArrayExpression':
      return `[${list(node.elements)}]`
    case 'ObjectExpression':
      return `{${list(node.properties)}}`
    case 'Property':
      return `${one(node.key)}: ${one(node.value as Node)}`
    case 'UnaryExpression':
      return `${node.operator}${operand(node.argument)}`
    case 'BinaryExpression':
    case 'LogicalExpression':
      return `${operand(node.left)} ${node.operator} ${operand(node.right)}`
    case 'ConditionalExpression':
      return `${operand(node.test)} ? ${operand(node.consequent)} : ${operand(node.alternate)}`
    case 'MemberExpression':
      return `${operand(node.object)}${node.computed ? `[${one(node.property)}]` : `.${one(node.property)}`}`
    case 'CallExpression': {
      const { callee } = node
      const called = callee?.type === 'Identifier' ? rename(callee.name ?? '') : operand(callee)
      return `${called}(${list(node.arguments)})`
    }
    default:
      throw new Error(`not a part of an expression: ${node.type}`)
  }
}

function isOperation(node: Node | undefined): boolean {
  return /^(?:Unary|Binary|Logical|Conditional)Expression$/.test(node?.type ?? '')
}
