import { expect, test } from 'vitest'
import { mayLoad } from '#main/window/lockdown.ts'
import { ORIGIN, trustedOrigins } from '#main/window/origin.ts'

test.each(['app://cchc/', 'app://cchc/assets/a.js', 'blob:app://cchc/1', 'data:image/png;base64,AA'])('%s stays inside', (address) => {
  expect(mayLoad(address, [ORIGIN], false)).toBe(true)
})

test.each([
  'https://example.com/',
  'http://127.0.0.1:5173/',
  'ws://127.0.0.1:5173/',
  'file:///etc/passwd',
  'app://elsewhere/',
  'blob:https://example.com/1',
  'ftp://example.com',
  'devtools://devtools/bundled/index.html',
  'chrome://version',
  '',
])('%s is refused', (address) => {
  expect(mayLoad(address, [ORIGIN], false)).toBe(false)
})

test('while developing, the development server and the inspector may be reached, and no other server', () => {
  const trusted = trustedOrigins('http://localhost:5173')
  expect(mayLoad('http://localhost:5173/src/main.tsx', trusted, true)).toBe(true)
  expect(mayLoad('ws://localhost:5173/', trusted, true)).toBe(true)
  expect(mayLoad('devtools://devtools/bundled/index.html', trusted, true)).toBe(true)
  expect(mayLoad('http://localhost:8080/', trusted, true)).toBe(false)
})
