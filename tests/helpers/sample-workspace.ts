import { onTestFinished } from 'vitest'
import { fileURLToPath } from 'node:url'
import { fillSample } from '#main/services/sample.ts'
import { createWorkspaces, type Session, type Workspaces } from '#main/services/workspace.ts'
import { countingIds, temporaryFolder } from './workspace.ts'

const resource = (name: string): string => fileURLToPath(new URL(`../../resources/sample/${name}`, import.meta.url))

/** The sample province with its 2023 plan, made as the program makes it; gone when the test ends. */
export async function openSampleWorkspace(): Promise<Session & { readonly workspaces: Workspaces; readonly folder: string }> {
  const folder = temporaryFolder()
  const workspaces = createWorkspaces({
    userDataFolder: folder,
    programVersion: '0.0.0',
    sampleOrganisation: resource('organisation.json'),
    fillSample: (context, actor) =>
      fillSample(context, actor, { plan: resource('ke-hoach-cchc-2023.docx'), links: resource('phu-luc-2023.tsv') }),
    emit: () => undefined,
    now: () => new Date('2023-01-03T01:00:00.000Z'),
    newId: countingIds(),
    packWorkFactor: 10,
    remember: false,
  })
  onTestFinished(() => workspaces.close())
  await workspaces.openSample()
  return { ...workspaces.session(), workspaces, folder }
}
