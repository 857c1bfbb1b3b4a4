import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '../helpers/office.ts'

test('the page has no Node and sees nothing of the office but the bridge', async ({ office }) => {
  expect(
    await office.window.evaluate(() => ({
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      Buffer: typeof Reflect.get(globalThis, 'Buffer'),
      bridge: Object.keys(window.bridge).toSorted(),
    })),
  ).toEqual({ require: 'undefined', process: 'undefined', Buffer: 'undefined', bridge: ['call', 'grantFile', 'on'] })
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

test.describe('files of the machine', () => {
  const secret = join(process.cwd(), 'package.json')
  const ask = { jobId: '0190b7a4-6a5e-7c3e-8f00-000000000001', path: secret, year: null }

  test('a script cannot have a file read by naming it, nor grant it to itself', async ({ office }) => {
    const answers = await office.window.evaluate(async (input) => {
      const made = new File(['x'], input.path)
      return {
        read: await window.bridge.call('import.read-plan-file', input),
        granted: await window.bridge.grantFile(made),
        channel: await window.bridge.call('file.grant' as 'workspace.status', input.path as never).then(
          () => 'answered',
          (error: Error) => error.message,
        ),
      }
    }, ask)
    expect(answers).toMatchObject({ read: { ok: false, code: 'file-not-found' }, granted: null })
    expect(answers.channel).toContain('no such channel')
  })

  test('a file that a person hands over is read, and no other beside it', async ({ office }) => {
    await office.window.evaluate(() => {
      const input = document.createElement('input')
      input.type = 'file'
      input.id = 'handed-over'
      document.body.append(input)
    })
    await office.window.locator('#handed-over').setInputFiles(secret)
    const answers = await office.window.evaluate(async (input) => {
      const file = document.querySelector<HTMLInputElement>('#handed-over')?.files?.[0]
      const path = file === undefined ? null : await window.bridge.grantFile(file)
      const neighbour = await window.bridge.call('import.read-plan-file', {
        ...input,
        path: input.path.replace('package.json', 'README.md'),
      })
      return { path, own: await window.bridge.call('import.read-plan-file', input), neighbour }
    }, ask)
    expect(answers.path).toBe(secret)
    // It is no plan, but it was looked at.
    expect(answers.own.ok || answers.own.code).not.toBe('file-not-found')
    expect(answers.neighbour).toMatchObject({ ok: false, code: 'file-not-found' })
  })
})

test('a script cannot have a folder made, opened or copied by naming it', async ({ office }) => {
  const folder = join(office.dataFolder, 'never-chosen')
  const answers = await office.window.evaluate(
    async (named) => [
      await window.bridge.call('workspace.open-own', { folder: named }),
      await window.bridge.call('workspace.copy-to-machine', { folder: named }),
    ],
    folder,
  )
  expect(answers).toMatchObject([
    { ok: false, code: 'workspace-not-found' },
    { ok: false, code: 'workspace-not-found' },
  ])
  expect(existsSync(folder)).toBe(false)
})

test('what is asked wrongly is answered with a name, not with a stack', async ({ office }) => {
  expect(await office.window.evaluate(async () => window.bridge.call('history.list', { recordId: 7, limit: 0 } as never))).toMatchObject({
    ok: false,
    code: 'bad-input',
    details: { channel: 'history.list' },
  })
})
