import { main } from './cli.ts'

// Who reads no further (`| head`) wants no more: that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

// The command itself. The exit code is set, not forced, so that all output is written first.
main(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr, environment: process.env }).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`error: briefwright has a fault of its own: ${told}\n`)
    process.exitCode = 1
  },
)
