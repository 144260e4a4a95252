/**
 * The worker's program. It is text because a bundle is one file, and Node 20 runs no TypeScript: a worker that is started from its source needs neither.
 * `workerData.resvg` is the library's absolute path; each message `{id, svg, options}` is answered by `{id, png}` or `{id, error}`.
 */
export const rasterizeWorker = `
const { parentPort, workerData } = require('node:worker_threads')
const { Resvg } = require(workerData.resvg)
parentPort.on('message', ({ id, svg, options }) => {
  try {
    const png = new Resvg(svg, options).render().asPng()
    parentPort.postMessage({ id, png })
  } catch (error) {
    parentPort.postMessage({ id, error: String(error) })
  }
})
`
