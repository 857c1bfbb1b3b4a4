import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '../helpers/office.ts'

test('the page has no Node and sees nothing of the office but the bridge', async ({ office }) => {
  expect(
    await office.window.evaluate(() => ({
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      Buffer: typeof Reflect.get(globalThis, 'Buffer'),
      bridge: Object.keys(window.bridge).toSorted(),
    })),
  ).toEqual({ require: 'undefined', process: 'undefined', Buffer: 'undefined', bridge: ['call', 'on'] })
})

test('the window is sandboxed and isolated', async ({ office }) => {
  const preferences = await office.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = (
      contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
    ).getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, spellcheck: contents.session.isSpellCheckerEnabled() }
  })
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false })
})

test('no second window opens', async ({ office }) => {
  expect(await office.window.evaluate(() => window.open('https://example.com') === null)).toBe(true)
  expect(await office.window.evaluate(() => window.open('app://cchc/') === null)).toBe(true)
  expect(await office.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('the window cannot be led to another page', async ({ office }) => {
  const before = office.window.url()
  for (const address of ['https://example.com/', 'file:///etc/passwd', 'app://elsewhere/']) {
    await office.window.evaluate((to) => {
      location.href = to
    }, address)
    await office.window.evaluate(async () => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
  expect(office.window.url()).toBe(before)
})

test('no request leaves the program, neither of the page nor of its session', async ({ office }) => {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*').end('heard')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    const page = await office.window.evaluate(async (url) => {
      const fetched = await fetch(`${url}/fetch`).then(
        () => 'loaded',
        () => 'refused',
      )
      const image = await new Promise((resolve) => {
        const element = new Image()
        element.addEventListener('load', () => resolve('loaded'))
        element.addEventListener('error', () => resolve('refused'))
        element.src = `${url}/image`
      })
      return { fetched, image }
    }, address)
    // The page's own policy stops these first; main's request, which no page policy covers, is stopped by the session.
    const session = await office.app.evaluate(
      async ({ session: { defaultSession } }, url) =>
        defaultSession.fetch(`${url}/session`).then(
          () => 'loaded',
          () => 'refused',
        ),
      address,
    )
    expect({ ...page, session, heard }).toEqual({ fetched: 'refused', image: 'refused', session: 'refused', heard: [] })
  } finally {
    server.close()
  }
})

test('no permission is given', async ({ office }) => {
  const answers = await office.window.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as const
    const states = await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state))
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'refused',
    )
    return [...states, media]
  })
  expect(new Set(answers)).toEqual(new Set(['denied', 'refused']))
})

test('a page script that is not ours does not run', async ({ office }) => {
  const ran = await office.window.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.stranger = true'
    document.body.append(script)
    return Reflect.get(globalThis, 'stranger') === true
  })
  expect(ran).toBe(false)
})

test('the bridge refuses a name outside the contract', async ({ office }) => {
  expect(
    await office.window.evaluate(async () =>
      window.bridge.call('no.such-channel' as 'workspace.status', {}).then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    ),
  ).toContain('no such channel')
})

test('what is asked wrongly is answered with a name, not with a stack', async ({ office }) => {
  expect(await office.window.evaluate(async () => window.bridge.call('history.list', { recordId: 7, limit: 0 } as never))).toMatchObject({
    ok: false,
    code: 'bad-input',
    details: { channel: 'history.list' },
  })
})
