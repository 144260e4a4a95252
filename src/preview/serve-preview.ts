import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** A resource of the preview. */
export interface Resource {
  type: string
  body: string | Uint8Array
}

/** A running preview. */
export interface PreviewServer {
  /** `http://127.0.0.1:4000/`. */
  address: string
  /** Tells every open page that there is something new. */
  announce(build: number): void
  close(): Promise<void>
}

/** Does what the page asks for; what it says to that. Undefined: there is no such thing to ask for. */
export type Act = (path: string, body: string) => Promise<object | undefined>

/** Only the preview's own scripts, styles, pictures and fonts; the report's pictures; no frame, form or base. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

/**
 * Serves the preview on the loopback interface alone. `find` gives a resource by its path, and knows no files. A
 * request that
 * names another host (DNS rebinding) or comes from another origin is refused, and so is one that does more than read
 * without the
 * token that the page was given.
 */
export async function servePreview(
  port: number,
  find: (path: string) => Resource | undefined,
  { act, token }: { act: Act; token: string },
): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    if (request.method === 'POST') void doWhatIsAsked(request, response, act, token)
    else answer(request, response, find, listeners)
  })
  await listen(server, port)
  const bound = server.address()
  const actual = typeof bound === 'object' && bound ? bound.port : port
  return {
    address: `http://127.0.0.1:${actual}/`,
    announce: (build) => {
      for (const listener of listeners) listener.write(`data: ${build}\n\n`)
    },
    close: () =>
      new Promise((resolve) => {
        for (const listener of listeners) listener.end()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  find: (path: string) => Resource | undefined,
  listeners: Set<ServerResponse>,
): void {
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
  }
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const resource = find(path)
  if (!isOwn(request)) refuse(403, 'the preview answers to its own page alone')
  else if (request.method !== 'GET' && request.method !== 'HEAD') refuse(405, 'the preview is for reading')
  else if (path === '/events') stream(request, response, listeners)
  else if (!resource) refuse(404, 'not there')
  else {
    response.writeHead(200, { ...headers, 'Content-Type': resource.type })
    response.end(request.method === 'HEAD' ? undefined : resource.body)
  }
}

/** More than a figure's value takes. */
const mostBytes = 10_000

async function doWhatIsAsked(
  request: IncomingMessage,
  response: ServerResponse,
  act: Act,
  token: string,
): Promise<void> {
  const end = (status: number, body: object) => {
    response.writeHead(status, { ...headers, 'Content-Type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(body))
  }
  if (!isOwn(request) || request.headers['x-briefwright-token'] !== token) return end(403, { said: 'refused' })
  try {
    const body = await readBody(request)
    if (body === undefined) return end(413, { said: 'too much' })
    const done = await act(request.url ?? '/', body)
    end(done ? 200 : 404, done ?? { said: 'not there' })
  } catch (error) {
    // A page that is closed while it asks must not end the preview.
    end(500, { said: error instanceof Error ? error.message : String(error) })
  }
}

/** What a request says; undefined where that is too much. Rejects where its sender goes away. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    chunks.push(chunk)
    size += chunk.length
    if (size > mostBytes) return undefined
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Whether a request names this server as its host, and does not come from another page. */
function isOwn({ headers: { host = '', origin, 'sec-fetch-site': site }, socket }: IncomingMessage): boolean {
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${socket.localPort}`)
  if (!hosts.includes(host)) return false
  if (origin !== undefined && origin !== `http://${host}`) return false
  return site === undefined || site === 'same-origin' || site === 'none'
}

function stream(request: IncomingMessage, response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' })
  response.write('retry: 1000\n\n')
  listeners.add(response)
  request.on('close', () => listeners.delete(response))
}
