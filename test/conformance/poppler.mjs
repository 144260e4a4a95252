import { spawnSync } from 'node:child_process'

/** A second reader finds text on each page, tags, and only embedded fonts. */
export const popplerChecks = [
  {
    name: 'poppler reads text on each page',
    ending: '.pdf',
    run: (path) => {
      const pages = poppler('pdftotext', ['-enc', 'UTF-8', path, '-']).split('\f').slice(0, -1)
      const faults = pages.flatMap((text, index) => {
        if (text.trim() === '') return [`page ${index + 1} has no text`]
        return text.includes('\ufffd') ? [`page ${index + 1} has text that cannot be read`] : []
      })
      return pages.length === 0 ? ['no pages'] : faults
    },
  },
  {
    name: 'poppler sees tags and a title',
    ending: '.pdf',
    run: (path) => {
      const info = poppler('pdfinfo', [path])
      return [/^Tagged: +yes$/m, /^Title: +\S/m]
        .filter((line) => !line.test(info))
        .map((line) => `no ${line} in pdfinfo`)
    },
  },
  {
    name: 'poppler reads the structure: headings in order, no number but what is printed',
    ending: '.pdf',
    run: (path) => {
      const lines = poppler('pdfinfo', ['-enc', 'UTF-8', '-struct-text', path]).split('\n')
      const printed = numbers(poppler('pdftotext', ['-enc', 'UTF-8', path, '-']))
      const read = textsOf(lines)
      const unprinted = [...numbers(read.join(' '))].filter((number) => !printed.has(number))
      const levels = lines.flatMap((line) => line.match(/^ *H([1-6]) /)?.[1] ?? []).map(Number)
      const skipped = levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1)
      return [
        ...(read.length === 0 ? ['nothing to read out'] : []),
        ...(skipped ? [`headings leave a level out: ${levels.join(' ')}`] : []),
        ...unprinted.slice(0, 5).map((number) => `read out, but not printed: ${number}`),
      ]
    },
  },
  {
    name: 'poppler copies the words of every script as they were written',
    ending: 'every-script.pdf',
    run: (path) => {
      // It marks directions with characters of its own, and keeps soft hyphens at line ends in some layouts.
      const text = poppler('pdftotext', ['-enc', 'UTF-8', path, '-'])
        .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
        .replaceAll(/[-\u00ad]\n/g, '')
        .replaceAll(/\s+/g, ' ')
      return copied.filter((words) => !text.includes(words)).map((words) => `not found: ${words}`)
    },
  },
  {
    name: 'poppler finds every font embedded',
    ending: '.pdf',
    run: (path) => {
      const [, , ...fonts] = poppler('pdffonts', [path]).trimEnd().split('\n')
      // Columns from the right: object, sub, uni, emb, sub(set).
      return fonts
        .filter((line) => !/ yes +yes +yes +\d+ +\d+$/.test(line))
        .map((line) => `not embedded with Unicode: ${line}`)
    },
  },
]

/** Of the report in many scripts. */
const copied = [
  'الذين يأتون إلى المكتبة كل أسبوع أكثر من أي وقت مضى',
  'ומי שבא פעם אחת חוזר אליה',
  'הספרייה (העירונית) מונה',
  '网民规模',
  'население and 📈',
  'Gleichstellungsbeauftragte is on the first floor',
  '−600',
  'administration and documentation',
]

/** The texts of the elements, but for a figure's own: its labels are drawn in no order, and it has a text of its own. */
function textsOf(lines) {
  const open = []
  return lines.flatMap((line) => {
    const depth = line.search(/\S/)
    while (open.length > 0 && open.at(-1).depth >= depth) open.pop()
    const [, text] = line.match(/^ *"(.*)"$/) ?? []
    if (text !== undefined) return open.at(-1)?.type === 'Figure' ? [] : [text]
    const [, type] = line.match(/^ *([A-Z][A-Za-z0-9]*)(?: |:|$)/) ?? []
    if (type) open.push({ depth, type })
    return []
  })
}

/** The numbers of a text; words may be parted at a line's end. */
function numbers(text) {
  return new Set(text.match(/\p{N}[\p{N}.,]*\p{N}|\p{N}/gu) ?? [])
}

function poppler(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`)
  return stdout
}
