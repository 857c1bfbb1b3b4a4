import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

function moduleOf(macro: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${macro
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')}</script:module>`
}

/** Runs `Sub Main` of a Basic macro in a LibreOffice of its own, on the documents it opens itself. */
export async function runInLibreOffice(macro: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cchc-macro-'))
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    // The first start of a profile puts an empty module of its own where ours is to stand.
    await run('soffice', [profile, '--headless', '--terminate_after_init'])
    await writeFile(join(folder, 'profile', 'user', 'basic', 'Standard', 'Module1.xba'), moduleOf(macro))
    await run('soffice', [profile, '--headless', '--norestore', 'macro:///Standard.Module1.Main'])
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Has a LibreOffice of its own open a file and save it in another format, or in the same one; gives the new file's name. */
export async function convertInLibreOffice(file: string, format: 'xlsx' | 'ods' | 'pdf', into: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cchc-convert-'))
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await run('soffice', [profile, '--headless', '--norestore', '--convert-to', format, '--outdir', into, file], { timeout: 100_000 })
    return join(into, `${basename(file, extname(file))}.${format}`)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
