import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createLog, type LogFormat } from '../../src/console/log.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'

const trouble: Diagnostic = {
  severity: 'error',
  message: 'unknown indicator: netizen',
  place: { file: 'templates/deck.md.hbs', line: 3, column: 9 },
  excerpt: 'Some {{value "netizen"}}',
  hint: 'did you mean netizens?',
}

const made = {
  path: 'out/a.pptx',
  format: 'pptx',
  count: { number: 15, of: 'slides' as const },
  bytes: 212_345,
  milliseconds: 481,
}

function written(format: LogFormat, given: { isTTY?: boolean; environment?: NodeJS.ProcessEnv }): string {
  const lines: string[] = []
  const stream = { write: (text: string) => lines.push(text), isTTY: given.isTTY }
  const log = createLog(format, stream, given.environment ?? {})
  log.progress('laying out')
  log.diagnostic(trouble)
  log.made(made)
  log.say('done')
  return lines.join('')
}

describe('the log', () => {
  test('is plain lines in a pipe', () => {
    expect(written('text', {})).toBe(
      [
        'templates/deck.md.hbs:3:9: error: unknown indicator: netizen',
        '  3 | Some {{value "netizen"}}',
        '    |         ^',
        '  hint: did you mean netizens?',
        'out/a.pptx  15 slides  212 kB  0.48 s',
        'done',
        '',
      ].join('\n'),
    )
  })

  test('names the headings that say more, each once, and none for a misprint', () => {
    const lines: string[] = []
    const log = createLog('text', { write: (text) => lines.push(text) }, {})
    log.diagnostic({ severity: 'error', message: 'unknown indicator: netizen', hint: 'did you mean netizens?' })
    log.diagnostic({ severity: 'error', message: 'not true: rose' })
    log.diagnostic({ severity: 'error', message: 'not true: the highest' })
    log.diagnostic({ severity: 'warning', message: 'contradiction: a is 3, but b is 4' })
    log.say('failed')
    expect(lines.slice(-2)).toEqual(['more on this: docs/lookup/messages.md: #contradiction, #not-true\n', 'failed\n'])
    const page = readFileSync('docs/lookup/messages.md', 'utf8')
    expect(page).toMatch(/^## contradiction$/m)
    expect(page).toMatch(/^## not true$/m)
  })

  test('shows a hundred errors and a hundred warnings, and counts the others; machines are told all', () => {
    const told = (format: LogFormat) => {
      const lines: string[] = []
      const log = createLog(format, { write: (text) => lines.push(text) }, {})
      for (let number = 1; number <= 1334; number++) log.diagnostic({ severity: 'error', message: `fault ${number}` })
      for (let number = 1; number <= 101; number++) log.diagnostic({ severity: 'warning', message: `doubt ${number}` })
      log.say('failed')
      for (let number = 1; number <= 101; number++) log.diagnostic({ severity: 'error', message: `again ${number}` })
      log.end()
      return lines
    }
    const lines = told('text')
    expect([lines[99], lines[100], lines[199]]).toEqual([
      'error: fault 100\n',
      'warning: doubt 1\n',
      'warning: doubt 100\n',
    ])
    expect(lines.slice(200, 203)).toEqual([
      '1,234 errors, 1 warning more, not shown: --log-format json tells all\n',
      'failed\n',
      'error: again 1\n',
    ])
    expect(lines.at(-1)).toBe('1 error more, not shown: --log-format json tells all\n')
    expect(told('json')).toHaveLength(1334 + 101 + 1 + 101)
  })

  test('shows progress and colours on a terminal', () => {
    const text = written('text', { isTTY: true })
    expect(text).toContain('\r\u001b[Klaying out…')
    expect(text).toContain('\u001b[1;31merror:\u001b[0m unknown indicator')
  })

  test('has no colours with NO_COLOR', () => {
    expect(written('text', { isTTY: true, environment: { NO_COLOR: '1' } })).not.toContain('\u001b[1;31m')
  })

  test('is one JSON object a line for machines, even on a terminal', () => {
    const lines = written('json', { isTTY: true }).trimEnd().split('\n')
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      {
        type: 'diagnostic',
        severity: 'error',
        message: 'unknown indicator: netizen',
        file: 'templates/deck.md.hbs',
        line: 3,
        column: 9,
        excerpt: 'Some {{value "netizen"}}',
        hint: 'did you mean netizens?',
      },
      { type: 'made', path: 'out/a.pptx', format: 'pptx', slides: 15, bytes: 212_345, milliseconds: 481 },
      { type: 'message', message: 'done' },
    ])
  })
})
