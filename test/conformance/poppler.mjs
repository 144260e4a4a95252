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

function poppler(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`)
  return stdout
}
