import { spawnSync } from 'node:child_process'

/** The file's structure is sound: cross-references, streams, object syntax. */
export const qpdfChecks = [
  {
    name: 'qpdf --check',
    ending: '.pdf',
    run: (path) => {
      const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
      return status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n')
    },
  },
]
