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

// The command itself. The exit code is set, not forced, so that all output is written first.
main(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr, environment: process.env }).then(
  (code) => {
    process.exitCode = isUnwritten ? 1 : code
  },
  (error: unknown) => {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`error: briefwright has a fault of its own: ${fault}\n`)
    process.exitCode = 1
  },
)
