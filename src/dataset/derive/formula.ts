import { Decimal } from 'decimal.js'
import { scales } from '../figure/unit/scales.ts'

export type Operator = '+' | '-' | '*' | '/'
export type Comparison = '=' | '<=' | '<' | '>=' | '>'

/** A formula as parsed; offsets are into its text. */
export type Formula =
  | { type: 'literal'; value: Decimal; unit: 'percent' | 'percentage-points' | undefined; offset: number }
  | { type: 'reference'; text: string; offset: number }
  | { type: 'negation'; operand: Formula; offset: number }
  | { type: 'root'; operand: Formula; offset: number }
  | { type: 'operation'; operator: Operator; left: Formula; right: Formula; offset: number }

/** Two formulas and how they are said to compare. */
export interface Assertion {
  left: Formula
  comparison: Comparison
  right: Formula
  offset: number
  /** The text of either side. */
  leftText: string
  rightText: string
}

/** Why a text is no formula: what is wrong at which offset of it. */
export interface FormulaFault {
  fault: string
  offset: number
  expected?: string | undefined
  hint?: string | undefined
}

interface Token {
  type: 'number' | 'name' | 'sign' | 'unknown' | 'end'
  text: string
  offset: number
}

const deepest = 100
const longest = 2000
const mostDigits = 60

/** The references in a formula, in the order in which they stand. */
export function referencesIn(formula: Formula): Extract<Formula, { type: 'reference' }>[] {
  switch (formula.type) {
    case 'literal':
      return []
    case 'reference':
      return [formula]
    case 'negation':
    case 'root':
      return referencesIn(formula.operand)
    case 'operation':
      return [...referencesIn(formula.left), ...referencesIn(formula.right)]
  }
}

/** Parses a formula: references, numbers (`100%`, `25 million`), + - * / (also − × ÷), parentheses and sqrt( ). */
export function parseFormula(text: string): Formula | FormulaFault {
  const parser = createParser(text)
  const formula = parser.sum(0)
  if ('fault' in formula) return formula
  return parser.rest() ?? formula
}

/** Parses two formulas with =, <=, <, >= or > between them. */
export function parseAssertion(text: string): Assertion | FormulaFault {
  const parser = createParser(text)
  const left = parser.sum(0)
  if ('fault' in left) return left
  const sign = parser.next()
  const comparison = comparisons[sign.text]
  if (comparison === undefined)
    return {
      fault: describe('not a comparison', sign),
      offset: sign.offset,
      expected: '=, <=, <, >= or > between two formulas',
    }
  const right = parser.sum(0)
  if ('fault' in right) return right
  const rest = parser.rest()
  if (rest) return rest
  const rightStart = sign.offset + sign.text.length
  return {
    left,
    comparison,
    right,
    offset: sign.offset,
    leftText: text.slice(0, sign.offset).trim(),
    rightText: text.slice(rightStart).trim(),
  }
}

const operators: Readonly<Record<string, Operator>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
}
const comparisons: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '==': '=',
  '<=': '<=',
  '≤': '<=',
  '<': '<',
  '>=': '>=',
  '≥': '>=',
  '>': '>',
}
const whenPattern = '(?:P\\d+M/)?[\\w-]*(?:/\\d{2}(?!\\d|\\.\\d)|/\\d{4}-[\\w-]+)?'
const tokenPattern = new RegExp(
  [
    '(?<number>\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:\\s*(?:thousand|million|billion|trillion|万亿|亿|万))?(?:\\s*(?:%|pp\\b|percentage points?\\b))?)',
    `(?<name>[\\p{L}_][\\w]*(?:-\\w+)*(?:\\[[^\\]]*\\])?(?:\\.\\w*)?(?:@${whenPattern}(?:\\.\\.${whenPattern})?)?)`,
    '(?<sign><=|>=|==|[-+*/()=<>−–×÷≤≥])',
    '\\s+',
    '(?<unknown>.)',
  ].join('|'),
  'gsu',
)

function tokenise(text: string): Token[] {
  const tokens = [...text.matchAll(tokenPattern)].flatMap(({ 0: found, index, groups }): Token[] => {
    const type = (['number', 'name', 'sign', 'unknown'] as const).find((name) => groups?.[name] !== undefined)
    return type ? [{ type, text: found, offset: index }] : []
  })
  return [...tokens, { type: 'end', text: '', offset: text.length }]
}

/** A parser by recursive descent: sums of products of signed factors. */
function createParser(text: string) {
  const tokens = tokenise(text)
  const end: Token = { type: 'end', text: '', offset: text.length }
  let position = 0
  const peek = (): Token => tokens[position] ?? end
  const next = (): Token => tokens[position++] ?? end

  /** Factors or products joined from left to right by the given signs. */
  function chain(
    part: (depth: number) => Formula | FormulaFault,
    signs: readonly Operator[],
    depth: number,
  ): Formula | FormulaFault {
    let left = part(depth)
    for (;;) {
      const operator = peek().type === 'sign' ? operators[peek().text] : undefined
      if ('fault' in left || operator === undefined || !signs.includes(operator)) return left
      const { offset } = next()
      const right = part(depth)
      if ('fault' in right) return right
      left = { type: 'operation', operator, left, right, offset }
    }
  }

  const sum = (depth: number): Formula | FormulaFault => chain(product, ['+', '-'], depth)
  const product = (depth: number): Formula | FormulaFault => chain(factor, ['*', '/'], depth)

  function factor(depth: number): Formula | FormulaFault {
    const token = next()
    if (position > longest) return { fault: `longer than ${longest} values and signs`, offset: token.offset }
    if (depth > deepest) return { fault: `nested too deep: more than ${deepest} levels`, offset: token.offset }
    if (token.type === 'number' && token.text.length > mostDigits)
      return { fault: `too many digits: ${token.text.slice(0, 20)}…`, offset: token.offset }
    if (token.type === 'number') return literal(token)
    if (token.type === 'name' && token.text === 'sqrt' && peek().text === '(') {
      const operand = group(next(), depth)
      return 'fault' in operand ? operand : { type: 'root', operand, offset: token.offset }
    }
    if (token.type === 'name') return { type: 'reference', text: token.text, offset: token.offset }
    if (token.text === '(') return group(token, depth)
    if (operators[token.text] === '-') {
      const operand = factor(depth + 1)
      return 'fault' in operand ? operand : { type: 'negation', operand, offset: token.offset }
    }
    return { fault: describe('not a value', token), offset: token.offset, expected: 'a reference, a number or (' }
  }

  function group(open: Token, depth: number): Formula | FormulaFault {
    const inner = sum(depth + 1)
    if ('fault' in inner) return inner
    if (peek().text !== ')')
      return peek().type === 'end' || peek().type === 'sign'
        ? { fault: 'a parenthesis is not closed', offset: open.offset, expected: ')' }
        : unexpected(peek())
    next()
    return inner
  }

  const rest = (): FormulaFault | undefined => (peek().type === 'end' ? undefined : unexpected(peek()))
  return { sum, next, rest }
}

function unexpected(token: Token): FormulaFault {
  if (token.text === ')')
    return { fault: 'a parenthesis is not opened', offset: token.offset, hint: 'remove it, or write ( before it' }
  const expected = '+, -, * or / between two values'
  return { fault: describe('not expected here', token), offset: token.offset, expected }
}

function describe(fault: string, token: Token): string {
  return `${fault}: ${token.type === 'end' ? 'the formula ends' : token.text}`
}

function literal({ text, offset }: Token): Formula {
  const [, digits = '0', scale = '', unit = ''] =
    /^([\d,.]+)\s*([a-z]*?|[万亿]*)\s*(%|pp|percentage points?)?$/u.exec(text) ?? []
  const value = new Decimal(`${digits.replaceAll(',', '')}e${scales[scale] ?? 0}`)
  return {
    type: 'literal',
    value,
    unit: unit === '' ? undefined : unit === '%' ? 'percent' : 'percentage-points',
    offset,
  }
}
