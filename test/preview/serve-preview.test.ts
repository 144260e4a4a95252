import { type IncomingHttpHeaders, request } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { type PreviewServer, servePreview } from '../../src/preview/serve-preview.ts'

async function serve(): Promise<PreviewServer> {
  const find = (path: string) => (path === '/' ? { type: 'text/html', body: '<p>' } : undefined)
  const act = async (path: string, body: string) => {
    if (path === '/faulty') throw new Error('no')
    return path === '/figure' ? { said: body } : undefined
  }
  const server = await servePreview(0, find, { act, token: 'right' })
  onTestFinished(() => server.close())
  return server
}

interface Answer {
  status: number | undefined
  headers: IncomingHttpHeaders
  body: string
}

function ask(
  server: PreviewServer,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  sent = '',
): Promise<Answer> {
  const { port } = new URL(server.address)
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }))
    })
    asked.on('error', reject).end(sent)
  })
}

it('serves its page with a strict policy', async () => {
  const { status, headers, body } = await ask(await serve(), '/')
  expect([status, body]).toEqual([200, '<p>'])
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  // Pictures stand within the drawn pages.
  expect(headers['content-security-policy']).toContain("img-src 'self' data:;")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['cache-control']).toBe('no-store')
})

it('listens on the loopback interface alone', async () => {
  expect((await serve()).address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
})

it.each([
  ['a host of another name, as in DNS rebinding', { host: 'evil.example' }],
  ['the right port under another name', { host: 'evil.example:80' }],
  ['another origin', { origin: 'http://evil.example' }],
  ['a sandboxed page', { origin: 'null' }],
  ['a request from another site', { 'sec-fetch-site': 'cross-site' }],
])('refuses %s', async (_, headers) => {
  const { status, body } = await ask(await serve(), '/', headers)
  expect(status).toBe(403)
  expect(body).not.toContain('<p>')
})

it.each(['/../../etc/passwd', '/%2e%2e/etc/passwd', '//etc/passwd', '/data/report.yaml', '/__proto__'])(
  'has no %s',
  async (path) => {
    expect((await ask(await serve(), path)).status).toBe(404)
  },
)

it('writes for its own page alone, which has the token', async () => {
  const server = await serve()
  const token = { 'x-briefwright-token': 'right' }
  const post = (path: string, headers: Record<string, string>, sent = '{}') => ask(server, path, headers, 'POST', sent)
  expect(await post('/figure', token, '{"key":"visits"}')).toMatchObject({
    status: 200,
    body: '{"said":"{\\"key\\":\\"visits\\"}"}',
  })
  expect((await post('/figure', {})).status).toBe(403)
  expect((await post('/figure', { 'x-briefwright-token': 'wrong' })).status).toBe(403)
  expect((await post('/figure', { ...token, origin: 'http://evil.example' })).status).toBe(403)
  expect((await post('/figure', { ...token, host: 'evil.example' })).status).toBe(403)
  expect((await post('/figure', token, 'x'.repeat(20_000))).status).toBe(413)
  expect((await post('/elsewhere', token)).status).toBe(404)
})

it('outlives a page that is closed while it asks, and an act that fails', async () => {
  const server = await serve()
  const token = { 'x-briefwright-token': 'right' }
  expect(await ask(server, '/faulty', token, 'POST', '{}')).toMatchObject({ status: 500, body: '{"said":"no"}' })
  const { port } = new URL(server.address)
  const closed = request({
    host: '127.0.0.1',
    port,
    path: '/figure',
    method: 'POST',
    headers: { ...token, 'content-length': '500' },
  })
  closed.on('error', () => {}).write('{"key"')
  await new Promise((resolve) => setTimeout(resolve, 100))
  closed.destroy()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect((await ask(server, '/')).status).toBe(200)
})

it('does nothing else', async () => {
  expect((await ask(await serve(), '/', {}, 'DELETE')).status).toBe(405)
  expect(await ask(await serve(), '/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
})

it('tells open pages of each build', async () => {
  const server = await serve()
  const events = await fetch(new URL('/events', server.address))
  const reader = events.body?.getReader()
  await reader?.read()
  server.announce(7)
  const { value } = (await reader?.read()) ?? {}
  expect(new TextDecoder().decode(value)).toBe('data: 7\n\n')
  await reader?.cancel()
})
