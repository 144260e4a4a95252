import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { holdsOutputs } from '../batch-record.ts'
import { loadPeer, QueueFault } from './open-queue.ts'

/** Hashes of the files of a variant, by their names. */
type Outputs = Readonly<Record<string, string>>

/** Where workers leave documents: a folder that all of them see, or a bucket of an object store. */
export interface Results {
  /** The folder in which a worker makes a variant. */
  folderFor(variant: string): string
  /** Keeps what was made there. */
  keep(variant: string, outputs: Outputs): Promise<void>
  /** Whether the files of a variant are there as they were made. */
  holds(variant: string, outputs: Outputs): Promise<boolean>
}

/** Whether documents go to a bucket, and not into a folder. */
export function isBucket(out: string): boolean {
  return out.startsWith('s3://')
}

/** Opens the place that `--out` names; what a bucket is to receive is made in a temporary folder. */
export async function openResults(out: string, temporary: string): Promise<Results> {
  return isBucket(out) ? openBucket(out, temporary) : inFolder(out)
}

function inFolder(out: string): Results {
  return {
    folderFor: (variant) => join(out, variant),
    keep: async () => {},
    holds: async (variant, outputs) => holdsOutputs(join(out, variant), outputs),
  }
}

/** Amazon S3 or a compatible store, set by AWS's variables: keys, region, `AWS_ENDPOINT_URL_S3`. */
async function openBucket(out: string, temporary: string): Promise<Results> {
  const { S3Client, PutObjectCommand, HeadObjectCommand } = await loadPeer(
    () => import('@aws-sdk/client-s3'),
    '@aws-sdk/client-s3',
  )
  const { bucket, prefix } = parseBucket(out)
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env
  // Stores beside Amazon's have no host name for each bucket.
  const client = new S3Client({ forcePathStyle: (AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL) !== undefined })
  const getKey = (variant: string, name: string) => [prefix, variant, name].filter((part) => part !== '').join('/')
  const checksum = (hash: string) => Buffer.from(hash, 'hex').toString('base64')
  const folderFor = (variant: string) => join(temporary, 'out', variant)
  const put = (variant: string, name: string, hash: string) =>
    client.send(
      new PutObjectCommand({
        ...{ Bucket: bucket, Key: getKey(variant, name), Body: readFileSync(join(folderFor(variant), name)) },
        // The store refuses what came otherwise.
        ...{ ChecksumSHA256: checksum(hash), ContentType: contentType(name) },
      }),
    )
  const isThere = async (variant: string, name: string, hash: string) => {
    const head = new HeadObjectCommand({ Bucket: bucket, Key: getKey(variant, name), ChecksumMode: 'ENABLED' })
    const found = await client.send(head).catch(missing)
    return found?.ChecksumSHA256 === checksum(hash)
  }
  return {
    folderFor,
    // The records come last, so that where they are all is.
    keep: async (variant, outputs) => {
      for (const [name, hash] of Object.entries(outputs)) await put(variant, name, hash)
      rmSync(folderFor(variant), { recursive: true, force: true })
    },
    holds: async (variant, outputs) => {
      const found = await Promise.all(Object.entries(outputs).map(([name, hash]) => isThere(variant, name, hash)))
      return found.every(Boolean)
    },
  }
}

function parseBucket(out: string): { bucket: string; prefix: string } {
  const [, bucket, prefix] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)(?:\/(.*?))?\/?$/.exec(out) ?? []
  if (bucket === undefined) throw new QueueFault(`no bucket: ${out}`, 'write s3://BUCKET or s3://BUCKET/FOLDER')
  return { bucket, prefix: prefix ?? '' }
}

function contentType(name: string): string {
  const [, ending = ''] = /\.(\w+)$/.exec(name) ?? []
  return contentTypes.get(ending) ?? 'application/octet-stream'
}

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['pdf', 'application/pdf'],
  ['json', 'application/json'],
])

function missing(error: unknown): undefined {
  if (error instanceof Error && error.name === 'NotFound') return undefined
  throw error
}
