import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findViolations, readSources } from '../../tools/boundaries.ts'

/** What the check says of one planted file, which never touches the disk. */
function saidOf(file: string, text: string, also: Readonly<Record<string, string>> = {}): readonly string[] {
  return findViolations(new Map([...Object.entries(also), [file, text]]))
    .filter((violation) => violation.file === file)
    .map(({ line, message }) => `${line}: ${message}`)
}

test('the sources keep their boundaries', () => {
  expect(findViolations(readSources(join(import.meta.dirname, '..', '..')))).toEqual([])
})

describe('a planted import is caught', () => {
  test.each([
    ['src/shared/domain/planted.ts', "import 'node:fs'"],
    ['src/shared/domain/planted.ts', "import { app } from 'electron'"],
    ['src/shared/domain/planted.ts', "import { call } from '../ipc/call.ts'"],
    ['src/shared/document/planted.ts', "import { Document } from 'docx'"],
    ['src/shared/document/planted.ts', "import { useState } from 'react'"],
    ['src/shared/ipc/planted.ts', "import type { Handlers } from '../../main/ipc/handlers.ts'"],
    ['src/shared/planted.ts', "export * from '../main/start-options.ts'"],
    ['src/main/services/planted.ts', "import { Document } from 'docx'"],
    ['src/main/services/planted.ts', "import { app } from 'electron'"],
    ['src/main/services/planted.ts', "import Database from 'better-sqlite3'"],
    ['src/main/services/planted.ts', "import '../window/menu.ts'"],
    ['src/main/store/planted.ts', "import Database from 'better-sqlite3'"],
    ['src/main/store/planted.ts', "import '../services/planted.ts'"],
    ['src/main/documents/planted.ts', "import '../store/connection.ts'"],
    ['src/main/documents/planted.ts', "const store = await import('../store/connection.ts')"],
    ['src/main/files/planted.ts', "import { unzip } from 'fflate'"],
    ['src/main/window/planted.ts', "import '../services/planted.ts'"],
    ['src/main/cli.ts', "import '#main/ipc/answer.ts'"],
    ['src/preload/planted.ts', "import 'node:fs'"],
    ['src/preload/planted.ts', "import { contract } from '../main/ipc/register.ts'"],
    ['src/renderer/src/app/planted.tsx', "import { shell } from 'electron'"],
    ['src/renderer/src/app/planted.tsx', "import { Kysely } from 'kysely'"],
    ['src/renderer/src/app/planted.tsx', "import type { Handlers } from '#main/ipc/handlers.ts'"],
    ['src/renderer/src/ui/planted.tsx', "import { bridge } from '../lib/bridge.ts'"],
    ['src/renderer/src/ui/planted.tsx', "import '../features/plan/list.tsx'"],
    ['src/renderer/src/lib/planted.ts', "import '../app/theme.ts'"],
    ['src/renderer/src/features/plan/planted.tsx', "import '../report/list.tsx'"],
    ['src/renderer/src/features/plan/planted.tsx', "import '#renderer/features/report/list.tsx'"],
    ['src/elsewhere/planted.ts', 'export const lost = true'],
  ])('%s may not say %s', (file, line) => {
    expect(saidOf(file, line)).toEqual([expect.stringMatching(/^1: .*not allowed/)])
  })
})

describe('a thing with one door is caught anywhere else', () => {
  test.each([
    ['src/main/window/planted.ts', "import { ipcMain } from 'electron'"],
    ['src/main/window/planted.ts', "import { dialog } from 'electron'"],
    ['src/main/index.ts', "import { ipcMain } from 'electron'"],
    ['src/renderer/src/app/planted.ts', 'void window.bridge'],
    ['src/renderer/src/features/plan/planted.ts', 'void globalThis.bridge'],
  ])('%s may not say %s', (file, line) => {
    expect(saidOf(file, line)).toEqual([expect.stringContaining('one door')])
  })
})

test.each([
  ['src/renderer/src/app/planted.tsx', 'export const Planted = () => <b>Kế hoạch</b>'],
  ['src/renderer/src/app/planted.tsx', "export const label = 'Nhiệm vụ'"],
  ['src/main/services/planted.ts', 'export const label = (year: number) => `Kế hoạch năm ${year}`'],
  ['src/main/cli.ts', "console.log('Không tìm thấy tệp')"],
])('%s may not speak Vietnamese: %s', (file, line) => {
  expect(saidOf(file, line)).toEqual([expect.stringContaining('src/shared/text/vi')])
})

test('Vietnamese in a comment explains, and is left alone', () => {
  expect(saidOf('src/main/services/planted.ts', '/** A task (nhiệm vụ). */\nexport const kind = 1')).toEqual([])
})

test('the command line reaches no Electron, not even through others', () => {
  const through = { 'src/main/files/dialogs.ts': "import { dialog } from 'electron'\nvoid dialog" }
  expect(saidOf('src/main/cli.ts', "import './files/dialogs.ts'", through)).toEqual([
    '1: reaching electron is not allowed: src/main/cli.ts → src/main/files/dialogs.ts → electron',
  ])
})

test('a worker reaches no Electron, and may still name its types', () => {
  const through = { 'src/main/files/dialogs.ts': "import { dialog } from 'electron'\nvoid dialog" }
  const file = 'src/main/documents/planted.worker.ts'
  expect(saidOf(file, "import '../files/dialogs.ts'", through)).toEqual([expect.stringContaining('reaching electron is not allowed')])
  expect(saidOf(file, "import type { Answer } from '../files/dialogs.ts'", through)).toEqual([])
})
