import { version } from '../../../package.json'
import { errorCode } from '../../files/explain-write-failure.ts'
import type { QueueJob } from './queue-job.ts'

/** Which queue is meant. */
export interface QueueAddress {
  /** `redis://…` or `rediss://…`, with user and password where the server asks for them. */
  url: string
  /** Several queues may be on one server. */
  name: string
}

/** What the queue cannot be used for, in words for its user. */
export class QueueFault extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}

export type OpenQueue = Awaited<ReturnType<typeof openQueue>>

/** So often, milliseconds, and so long is a connection sought again that was there and is lost. */
const [firstDelay, longestDelay] = [200, 5000]

/** Opens a BullMQ queue. Throws QueueFault without its packages or a server; waits for a server that leaves later. */
export async function openQueue({ url, name }: QueueAddress) {
  const { Queue, Worker, UnrecoverableError } = await loadPeer(() => import('bullmq'), 'bullmq ioredis')
  const { Redis } = await loadPeer(() => import('ioredis'), 'bullmq ioredis')
  let isReached = false
  let fault: unknown
  const retryStrategy = (times: number) => (isReached ? Math.min(times * firstDelay, longestDelay) : null)
  const client = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy,
    connectTimeout: 10_000,
    lazyConnect: true,
  })
  client.on('error', (error) => {
    fault = error
  })
  try {
    await client.connect()
    await client.ping()
    isReached = true
  } catch (error) {
    client.disconnect()
    throw new QueueFault(
      `cannot reach the queue: ${withoutPassword(url)} (${explain(fault ?? error)})`,
      getHint(fault ?? error),
    )
  }
  const queue = new Queue<QueueJob>(`${name}-${agreement}`, { connection: client })
  const close = async () => {
    await queue.close()
    client.disconnect()
  }
  return { queue, client, Worker, UnrecoverableError, name, at: withoutPassword(url), close }
}

/** What a report and its workers must have alike, for the same documents to the byte: a queue for each. */
export const agreement = `${version}-node${process.versions.node}-zlib${process.versions.zlib ?? ''}`

/** Loads a package that is only there where its user has installed it. */
export async function loadPeer<T>(load: () => Promise<T>, packages: string): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (!/MODULE_NOT_FOUND/.test(errorCode(error))) throw error
    throw new QueueFault(`packages that are not installed: ${packages}`, `npm install ${packages}, beside briefwright`)
  }
}

/** The address of a server as it may be shown. */
export function withoutPassword(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url)
    return `${protocol}//${host}${pathname}`
  } catch {
    return 'no address'
  }
}

function explain(error: unknown): string {
  return errorCode(error) || (error instanceof Error ? error.message : String(error))
}

function getHint(error: unknown): string {
  return /NOAUTH|WRONGPASS/.test(String(error))
    ? 'put the user and the password into the address: rediss://USER:PASSWORD@HOST'
    : 'start a Valkey or Redis server there, or name another with --queue'
}
