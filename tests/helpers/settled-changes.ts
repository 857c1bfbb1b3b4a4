import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** LibreOffice's own commands, run on each file of a list: "way|from|to" a line. */
const macro = `Sub Settle(list As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim asWord(0) As New com.sun.star.beans.PropertyValue
  Dim none()
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  asWord(0).Name = "FilterName"
  asWord(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  channel = FreeFile
  Open list For Input As #channel
  Do While Not Eof(channel)
    Line Input #channel, entry
    If Len(entry) > 0 Then
      parts = Split(entry, "|")
      document = StarDesktop.loadComponentFromURL(parts(1), "_blank", 0, hidden())
      dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" + parts(0) + "AllTrackedChanges", "", 0, none())
      document.storeToURL(parts(2), asWord())
      document.close(True)
    End If
  Loop
  Close #channel
End Sub
`

const module = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${macro.replaceAll('"', '&quot;')}</script:module>`
export interface Settled {
  readonly accepted: Uint8Array
  readonly rejected: Uint8Array
}

/** Word files as LibreOffice saves them after "Accept All" and after "Reject All", in the order given. One start for all of them. */
export async function settleChanges(files: readonly Uint8Array[]): Promise<readonly Settled[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cchc-changes-'))
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    // The first start of a profile puts an empty module of its own where ours is to stand.
    await run('soffice', [profile, '--headless', '--terminate_after_init'])
    await writeFile(join(folder, 'profile', 'user', 'basic', 'Standard', 'Module1.xba'), module)
    const path = (name: string): string => join(folder, name)
    const url = (name: string): string => pathToFileURL(path(name)).href
    await Promise.all(files.map((bytes, index) => writeFile(path(`${index}.docx`), bytes)))
    const list = files.flatMap((_, index) => [
      `Accept|${url(`${index}.docx`)}|${url(`${index}-accepted.docx`)}`,
      `Reject|${url(`${index}.docx`)}|${url(`${index}-rejected.docx`)}`,
    ])
    await writeFile(path('list.txt'), `${list.join('\n')}\n`)
    await run('soffice', [profile, '--headless', '--norestore', `macro:///Standard.Module1.Settle(${path('list.txt')})`])
    return await Promise.all(
      files.map(async (_, index) => ({
        accepted: new Uint8Array(await readFile(path(`${index}-accepted.docx`))),
        rejected: new Uint8Array(await readFile(path(`${index}-rejected.docx`))),
      })),
    )
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
