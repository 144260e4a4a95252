import { InvalidArgumentError, Option } from 'commander'
import type { QueueAddress } from './open-queue.ts'

export interface QueueFlags {
  queue?: string
  queueName: string
}

/** `--queue` and `--queue-name`. A password in an address belongs in the environment: process lists show options. */
export function queueOptions(): Option[] {
  return [
    new Option('--queue <URL>', 'the Valkey or Redis server of the queue: redis://HOST, or rediss:// for TLS')
      .env('BRIEFWRIGHT_QUEUE')
      .argParser(parseAddress),
    new Option('--queue-name <NAME>', 'which of its queues').argParser(parseName).default('briefwright'),
  ]
}

/** The queue that is meant; undefined where none is. */
export function queueAddress({ queue, queueName }: QueueFlags): QueueAddress | undefined {
  return queue === undefined ? undefined : { url: queue, name: queueName }
}

function parseAddress(text: string): string {
  if (/^rediss?:\/\/[^/]/.test(text) && URL.canParse(text)) return text
  throw new InvalidArgumentError('not an address of a queue: redis://HOST:PORT')
}

function parseName(text: string): string {
  if (/^[\w.-]{1,100}$/.test(text)) return text
  throw new InvalidArgumentError('letters, digits, -, _ and .')
}
