// node test/conformance/verapdf.mjs FILE.pdf...: validates PDFs against PDF/A-3a and PDF/UA-1; exits 1 with the rules that fail.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
// The jar holds the veraPDF engine and its profiles, but not JAXB, which Java left out after version 8.
const jars = [
  join(here, 'node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar'),
  '/usr/share/java/jaxb-api.jar',
  '/usr/share/java/jaxb-runtime.jar',
]
const profiles = { '3a': 'PDF/A-3a', ua1: 'PDF/UA-1' }

/** The PDF conforms to PDF/A-3a and PDF/UA-1 at once. */
export const verapdfChecks = [
  {
    name: 'veraPDF: PDF/A-3a and PDF/UA-1',
    ending: '.pdf',
    // All at once: a JVM takes ten seconds to start, and one to judge a file.
    runAll: (paths) => {
      const { faults } = validate(paths)
      return paths.map((path) => faults.filter((fault) => fault.path === path).map(({ text }) => text))
    },
  },
]

/** Each failed rule of each file and profile, and the profiles' results. Throws where the validator itself did not run to its end. */
function validate(paths) {
  const missing = jars.find((jar) => !existsSync(jar))
  if (missing)
    throw new Error(`missing: ${missing} (npm ci in test/conformance; on Debian: apt-get install libjaxb-java)`)
  const { stdout, stderr, error } = spawnSync('java', ['-cp', jars.join(':'), join(here, 'VeraPdf.java'), ...paths], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (error) throw error
  const lines = stdout.split('\n').map((line) => line.split('\t'))
  const results = lines.filter(([kind]) => kind === 'result')
  if (results.length !== paths.length * Object.keys(profiles).length) throw new Error(`veraPDF failed: ${stderr}`)
  const faults = lines
    .filter(([kind]) => kind === 'failure')
    .map(([, path, profile, clause, test, count, message, context]) => ({
      path,
      text: `${profiles[profile]} clause ${clause}, test ${test}, ${count} times: ${message} At ${context}`,
    }))
  return { results, faults }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { results, faults } = validate(process.argv.slice(2))
  for (const [, path, profile, checks, failures] of results) {
    console.log(`${failures === '0' ? 'ok    ' : 'FAILED'}  ${profiles[profile]}: ${path} (${checks} checks)`)
  }
  for (const { path, text } of faults) console.log(`${path}: ${text}`)
  process.exitCode = results.some(([, , , , failures]) => failures !== '0') ? 1 : 0
}
