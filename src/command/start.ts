import { main } from './cli.ts'

let isUnwritten = false

// Who reads no further (`| head`) wants no more: that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    if (stream === process.stdout) process.stderr.write(`error: the answer cannot be written: ${error.message}\n`)
    isUnwritten = true
    process.exitCode = 1
  })
}

// The command itself.
main(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr, environment: process.env }).then(
  (code) => {
    process.exitCode = isUnwritten ? 1 : code
    leave()
  },
  (error: unknown) => {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`error: briefwright has a fault of its own: ${fault}\n`)
    process.exitCode = 1
  },
)

/** Ends the process when all output is written: to take apart what a build leaves in memory takes a fiftieth of it. */
function leave(): void {
  process.stdout.write('', () => process.stderr.write('', () => setImmediate(() => process.exit())))
}
