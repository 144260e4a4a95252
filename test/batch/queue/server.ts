import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { afterEach } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'

export interface Server {
  url: string
  /** Ends it as a crash does, and starts it again with what its append-only file holds. */
  crash(): Promise<void>
  /** Ends it, and does not start it again. */
  end(): Promise<void>
}

const running = new Set<ChildProcess>()

afterEach(async () => {
  for (const child of running) await end(child)
})

/** Starts a Valkey server on a free port of this machine; it is stopped after the test. */
export async function startServer(...options: string[]): Promise<Server> {
  const port = await freePort()
  const folder = temporaryFolder()
  const args = [
    ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--save', ''],
    ...options,
  ]
  let child = await start(args)
  return {
    url: `redis://127.0.0.1:${port}`,
    crash: async () => {
      await end(child)
      child = await start(args)
    },
    end: () => end(child),
  }
}

async function start(args: readonly string[]): Promise<ChildProcess> {
  const child = spawn('valkey-server', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  running.add(child)
  for await (const line of createInterface(child.stdout)) if (line.includes('Ready to accept connections')) return child
  throw new Error('valkey-server did not start')
}

async function end(child: ChildProcess): Promise<void> {
  running.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address === 'object' && address) return address.port
  throw new Error('no free port')
}
