import { relative, sep } from 'node:path'
import { watch } from 'chokidar'

/** Editors save in several steps (truncate and write, or write beside and rename): wait until they are done. */
const quietMilliseconds = 80

/**
 * Calls `rebuild` once the files below `data/` and `templates/` of a report folder have changed and are quiet again, one
 * call at a time; what changes meanwhile gives one more call. Resolves when the signal aborts, after the last call is done.
 */
export async function watchReport(
  folder: string,
  rebuild: (changed: readonly string[]) => Promise<void>,
  signal: AbortSignal,
  ready: () => void,
): Promise<void> {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const run = async (): Promise<void> => {
    if (changed.size === 0 || signal.aborted) return
    const files = [...changed].sort()
    changed.clear()
    await rebuild(files)
  }
  const watcher = watch(folder, { ignoreInitial: true, ignored: (path) => !isSource(relative(folder, path)) })
  watcher.on('all', (_event, path) => {
    changed.add(relative(folder, path).replaceAll(sep, '/'))
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(run)
    }, quietMilliseconds)
  })
  watcher.on('ready', ready)

  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  clearTimeout(timer)
  await Promise.all([watcher.close(), running])
}

/** Whether a path, relative to the report folder, may be read by a build: the folder itself, `data`, `templates` and what is below, but no editor's backup or swap file. */
function isSource(path: string): boolean {
  const [top = '', ...below] = path.split(sep)
  const name = below.at(-1) ?? ''
  return ['', 'data', 'templates'].includes(top) && !name.startsWith('.') && !/(~|\.tmp|\.swp|\.swx|\.bak)$/.test(name)
}
