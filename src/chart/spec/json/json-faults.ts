import { type ParseErrorCode, visit } from 'jsonc-parser'

/** What is wrong with a JSON text, and at which character. */
export interface JsonFault {
  offset: number
  message: string
  expected?: string
}

/** Where a JSON text goes deeper than so many levels, found without going there: what reads JSON calls itself at each. */
export function tooDeepAt(text: string, most: number): number | undefined {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === '}' || token === ']') depth--
    else if ((token === '{' || token === '[') && ++depth > most) return index
  }
  return undefined
}

/** Nobody reads more of them. */
const mostFaults = 100

/** The one name that JavaScript does not keep as it keeps others: what reads a spec would lose it, or take it for something else. */
const unkept = '__proto__'
const unkeptFault = { message: `a name that cannot be used: ${unkept}`, expected: 'another name' }

/** The first breaks of JSON's grammar, properties that an object has twice (of which every reader keeps another one), and the name that no reader keeps. */
export function jsonFaults(text: string): JsonFault[] {
  const faults: JsonFault[] = []
  const names: Set<string>[] = []
  const end = text.trimEnd().length
  const add = (fault: JsonFault) => {
    if (faults.length < mostFaults) faults.push(fault)
  }
  visit(
    text,
    {
      onObjectBegin: () => {
        names.push(new Set())
      },
      onObjectEnd: () => {
        names.pop()
      },
      onObjectProperty: (name, offset) => {
        const before = names.at(-1)
        if (before?.has(name)) add({ offset, message: `property is given twice: ${name}` })
        before?.add(name)
        if (name === unkept) add({ offset, ...unkeptFault })
      },
      onLiteralValue: (value, offset) => {
        if (value === unkept) add({ offset, ...unkeptFault })
      },
      onError: (code, offset) => {
        add({ offset, ...grammarFault(code, offset >= end) })
      },
    },
    { disallowComments: true },
  )
  return faults
}

const quoted = 'double quotes, "…"'

function grammarFault(code: ParseErrorCode, isAtEnd: boolean): { message: string; expected?: string } {
  const expected = isAtEnd ? 'the rest: a bracket is not closed' : expectations[code]
  return { message: 'not valid JSON', ...(expected === undefined ? {} : { expected }) }
}

/** By the codes of jsonc-parser's `ParseErrorCode`, a const enum. */
const expectations: Readonly<Record<number, string>> = {
  1: `a number, true, false, null or text in ${quoted}; NaN and Infinity are not JSON`,
  2: 'a number, such as 0.5',
  3: `a property’s name in ${quoted}, and no comma before a closing bracket`,
  4: 'a value, and no comma before a closing bracket',
  5: 'a colon after the property’s name',
  6: 'a comma between two values',
  7: 'a closing }',
  8: 'a closing ]',
  9: 'the end: a file holds one spec',
  10: 'JSON, which has no comments',
  12: 'a closing double quote on the same line',
  14: 'four hexadecimal digits after \\u',
  15: 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u after a backslash',
  16: 'no control characters: \\n for a new line, \\t for a tab',
}
