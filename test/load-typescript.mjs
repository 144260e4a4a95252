import { readFile } from 'node:fs/promises'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'

// Node's thread for hooks reads this file once more.
if (isMainThread) register(import.meta.url)

/** Node's hook for loading modules: TypeScript without its types, and JSON with a name for each of its keys. */
export async function load(url, context, next) {
  const loader = /\.(ts|json)$/.exec(url)?.[1]
  if (!loader || context.importAttributes.type) return next(url, context)
  const { transform } = await import('esbuild')
  const sourcefile = fileURLToPath(url)
  const options = { loader, format: 'esm', target: 'node20', sourcemap: 'inline', sourcefile }
  const { code } = await transform(await readFile(sourcefile, 'utf8'), options)
  return { format: 'module', source: code, shortCircuit: true }
}
