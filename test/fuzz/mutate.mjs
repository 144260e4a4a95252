// Bytes that nobody meant: cuts, flips, doubled and nested parts, huge and empty values, other encodings. A seed gives the same ones again.

/** Numbers from 0 to 1 that a seed decides (mulberry32, public domain). */
export function createRandom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (end) => Math.floor(next() * end)
  const pick = (items) => items[below(items.length)]
  return { next, below, pick }
}

/** What people and programs put where a value goes. */
const values = [
  '',
  '0',
  '-1',
  '1e999',
  '99999999999999999999999999',
  '0.1.2',
  '１２３',
  'NaN',
  'null',
  'true',
  '~',
  '[]',
  '{}',
  '*a',
  '&a',
  '!!js/function x',
  '"',
  "'",
  '`',
  '{{value "x"}}',
  '{{#if x}}',
  '{{> x}}',
  '{{{x}}}',
  '../../../etc/passwd',
  'file:///etc/passwd',
  'javascript:alert(1)',
  '%0a',
  '\u0000',
  '\u202e',
  '\ufeff',
  '\ud800',
  '__proto__',
  'constructor',
  '=cmd()',
  '2023-13-45',
  '9999-99',
  '1.092 billion billion',
  '-',
  'over',
  '- '.repeat(3000),
  '['.repeat(3000),
  '{'.repeat(600),
  'x'.repeat(20_000),
  'a '.repeat(10_000),
  '(a+)+$',
]

const tokens = /[A-Za-z0-9_.@%+-]+|[^\sA-Za-z0-9]/g

/** Changes of a text, by name. */
const textChanges = {
  cut: (text, { below }) => text.slice(0, below(text.length + 1)),
  hole: (text, { below }) => {
    const start = below(text.length + 1)
    return text.slice(0, start) + text.slice(start + below(80))
  },
  'a line less': (text, { below }) => {
    const lines = text.split('\n')
    lines.splice(below(lines.length), 1 + below(3))
    return lines.join('\n')
  },
  'a line twice': (text, { below }) => {
    const lines = text.split('\n')
    const at = below(lines.length)
    lines.splice(at, 0, ...Array(1 + below(3)).fill(lines[at]))
    return lines.join('\n')
  },
  'lines swapped': (text, { below }) => {
    const lines = text.split('\n')
    const [one, other] = [below(lines.length), below(lines.length)]
    ;[lines[one], lines[other]] = [lines[other], lines[one]]
    return lines.join('\n')
  },
  'a value': (text, random) => replaceToken(text, random, () => random.pick(values)),
  'a token of elsewhere': (text, random) => {
    const all = text.match(tokens) ?? ['']
    return replaceToken(text, random, () => random.pick(all))
  },
  'a character': (text, { below, pick }) => {
    const at = below(text.length + 1)
    return `${text.slice(0, at)}${pick([...':,{}[]"\'|>#&*!%@`-–\t\r\n\u00a0|<'])}${text.slice(at + below(2))}`
  },
  'a part repeated': (text, { below }) => {
    const start = below(text.length + 1)
    const part = text.slice(start, start + 1 + below(40))
    return text.slice(0, start) + part.repeat(1 + below(400)) + text.slice(start)
  },
  'a part inside itself': (text, { below, pick }) => {
    const [open, close] = pick([
      ['{', '}'],
      ['[', ']'],
      ['(', ')'],
      ['> ', ''],
      ['- ', ''],
      ['{{#if 1}}', '{{/if}}'],
    ])
    const start = below(text.length + 1)
    const depth = 1 + below(120)
    const part = text.slice(start, start + 20)
    return `${text.slice(0, start)}${open.repeat(depth)}${part}${close.repeat(depth)}${text.slice(start + 20)}`
  },
}

function replaceToken(text, random, make) {
  return text.search(tokens) < 0 ? make() : replaceMatch(text, tokens, random, make)
}

/** Changes of XML that leave it well formed, so that more than its parser is tried. */
const xmlChanges = {
  'an attribute': (text, random) =>
    replaceMatch(text, /="[^"]*"/g, random, () => `="${escapeXml(random.pick(values))}"`),
  'a number': (text, random) =>
    replaceMatch(text, /(?<==")-?[\d.]+(?=")/g, random, () =>
      random.pick(['0', '-1', '1e30', '99999999999', 'NaN', '']),
    ),
  'a text': (text, random) => replaceMatch(text, /(?<=>)[^<>]+(?=<)/g, random, () => escapeXml(random.pick(values))),
  'an attribute less': (text, random) => replaceMatch(text, / [\w:]+="[^"]*"/g, random, () => ''),
  'an element less': (text, random) => replaceMatch(text, leaf, random, () => ''),
  'an element more': (text, random) =>
    replaceMatch(text, leaf, random, (found) => found.repeat(random.pick([2, 3, 500]))),
  'elements swapped': (text, random) => {
    const all = text.match(leaf) ?? ['']
    return replaceMatch(text, leaf, random, () => random.pick(all))
  },
}

/** An element without others in it. */
const leaf = /<([\w:]+)(?: [^<>]*)?(?:\/>|>[^<>]*<\/\1>)/g

const escapeXml = (text) =>
  text
    .replace(/[\p{Cc}\p{Cs}]/gu, '') // are no XML
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')

/** Changes of JSON that leave it JSON. */
const jsonChanges = {
  'a property': (text, random) => changeJson(text, random, () => random.pick(jsonValues)),
  'a property of elsewhere': (text, random) =>
    changeJson(text, random, (_, places) => {
      const { holder, key } = random.pick(places)
      return structuredClone(holder[key])
    }),
  'a property less': (text, random) => changeJson(text, random, () => undefined),
  'a property inside itself': (text, random) =>
    changeJson(text, random, (value) => random.pick([[value], { value }, [value, value], { a: { b: value } }])),
}

const jsonValues = [
  ...[null, true, '', 'x', 0, -1, 0.5, 1e300, 1e9, [], {}, [[]], '__proto__', 'constructor', '#fff', 'datum.value'],
  ...[{ expr: 'accent' }, { signal: 'width' }, { field: 'value' }, { name: 'visits' }, { url: '../outside.txt' }],
  ...['toString', 'a'.repeat(10_000), Array(2000).fill(1), { repeat: 'layer' }, { step: 1e7 }, ['2025', '1e9']],
]

function changeJson(text, random, make) {
  let whole
  try {
    whole = { '': JSON.parse(text) }
  } catch {
    return text
  }
  const places = []
  const visit = (holder) => {
    for (const key of Object.keys(holder)) {
      places.push({ holder, key })
      if (holder[key] !== null && typeof holder[key] === 'object') visit(holder[key])
    }
  }
  visit(whole)
  const { holder, key } = random.pick(places)
  holder[key] = make(holder[key], places)
  return JSON.stringify(whole[''], null, 2) ?? ''
}

function replaceMatch(text, pattern, { below }, make) {
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return text
  const { 0: part, index } = found[below(found.length)]
  return text.slice(0, index) + make(part) + text.slice(index + part.length)
}

const changesOf = {
  xml: xmlChanges,
  rels: xmlChanges,
  svg: xmlChanges,
  json: jsonChanges,
  geojson: jsonChanges,
  topojson: jsonChanges,
}

/** Changes of bytes, whatever they are. */
const byteChanges = {
  'bytes flipped': (bytes, { below }) => {
    const changed = Buffer.from(bytes)
    for (let count = 1 + below(8); count > 0; count--)
      if (changed.length > 0) changed[below(changed.length)] ^= 1 << below(8)
    return changed
  },
  'bytes cut': (bytes, { below }) => bytes.subarray(0, below(bytes.length + 1)),
  'a hole of bytes': (bytes, { below }) => {
    const start = below(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + below(3000))])
  },
  'bytes twice': (bytes, { below }) => {
    const start = below(bytes.length + 1)
    const part = bytes.subarray(start, start + below(3000))
    return Buffer.concat([bytes.subarray(0, start), part, bytes.subarray(start)])
  },
}

const encodings = {
  'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'Latin-1': (text) => Buffer.from(text.replace(/[^\0-\xff]/g, 'é'), 'latin1'),
  'a byte order mark': (text) => Buffer.from(`\ufeff${text}`),
  CRLF: (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  CR: (text) => Buffer.from(text.replaceAll('\n', '\r')),
  nothing: () => Buffer.alloc(0),
}

/** A text file with one to three changes, and what was done to it. Two of three in a file whose structure is known leave it whole. */
export function mutateText(file, bytes, random) {
  let text = Buffer.from(bytes).toString('utf8')
  const names = []
  const structured = changesOf[file.replace(/^.*\./, '')]
  const changes = structured && random.next() < 0.67 ? structured : textChanges
  for (let count = random.pick([1, 1, 1, 2, 3]); count > 0; count--) {
    const name = random.pick(Object.keys(changes))
    text = changes[name](text, random).slice(0, 400_000)
    names.push(name)
  }
  if (changes === structured) return { bytes: Buffer.from(text), names }
  if (random.next() < 0.08) {
    const name = random.pick(Object.keys(encodings))
    return { bytes: encodings[name](text), names: [...names, name] }
  }
  if (random.next() < 0.08) {
    const { bytes: changed, names: more } = mutateBytes(Buffer.from(text), random)
    return { bytes: changed, names: [...names, ...more] }
  }
  return { bytes: Buffer.from(text), names }
}

/** Any file with one or two changes of its bytes. */
export function mutateBytes(bytes, random) {
  let changed = Buffer.from(bytes)
  const names = []
  for (let count = 1 + random.below(2); count > 0; count--) {
    const name = random.pick(Object.keys(byteChanges))
    changed = byteChanges[name](changed, random)
    names.push(name)
  }
  return { bytes: changed, names }
}
