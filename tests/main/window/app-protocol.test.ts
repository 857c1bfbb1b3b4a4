import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answerRequest, fileOf } from '#main/window/app-protocol.ts'

const folder = mkdtempSync(join(tmpdir(), 'cchc-pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'index.html'), '<p>Kế hoạch</p>')

test('the bare address is the page itself', () => {
  expect(fileOf('app://cchc/', folder)).toBe(join(folder, 'index.html'))
  expect(fileOf('app://cchc/assets/font.woff2', folder)).toBe(join(folder, 'assets', 'font.woff2'))
})

test.each([
  'app://cchc/..%2f..%2fetc/passwd',
  'app://cchc/assets/..%2f..%2fsecret',
  'app://cchc/%00',
  'app://cchc/%E0%A4%A',
  'app://elsewhere/index.html',
  'file:///etc/passwd',
  'not an address',
])('%s leads nowhere', (address) => {
  expect(fileOf(address, folder)).toBeNull()
})

test('a page comes with its policy: no script but our own, nothing from elsewhere', async () => {
  const response = await answerRequest(new Request('app://cchc/index.html'), folder)
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('<p>Kế hoạch</p>')
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; script-src 'self';/)
})

test('a file that is not there is said to be missing, and nothing can be sent', async () => {
  expect((await answerRequest(new Request('app://cchc/none.js'), folder)).status).toBe(404)
  expect((await answerRequest(new Request('app://cchc/index.html', { method: 'POST' }), folder)).status).toBe(403)
})
