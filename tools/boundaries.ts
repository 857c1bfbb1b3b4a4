// Who may know whom. The rooms are those of docs/decisions/0003; a wrong import fails `npm run check` in a second.
//
//   node tools/boundaries.ts        checks src/
//
// The rules are data; the reading of imports is oxc's, which also tells type-only imports from real ones.
import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** One wrong line. `message` always holds the words "not allowed" and says where the thing belongs. */
export interface Violation {
  readonly file: string
  readonly line: number
  readonly message: string
}

interface Import {
  readonly target: string
  readonly names: readonly string[]
  readonly typeOnly: boolean
  readonly line: number
}

interface Room {
  /** Files of the room, as a pattern on the path from the repository's root. The first room that fits wins. */
  readonly files: RegExp
  /** What of our own code it may import. */
  readonly knows: readonly RegExp[]
  /** Which packages it may import. */
  readonly packages: (name: string) => boolean
}

const only =
  (...names: readonly string[]) =>
  (name: string) =>
    names.includes(name)
const node = (name: string): boolean => name.startsWith('node:')

/** Libraries that read and write documents, at home in main/documents alone. */
const DOCUMENT_LIBRARIES = new Set(['docx', 'fflate', 'saxes', 'htmlparser2', 'exceljs', 'piscina', 'age-encryption'])
const documentLibrary = (name: string): boolean => DOCUMENT_LIBRARIES.has(name) || name.startsWith('@myriaddreamin/typst')
const DATABASE_DRIVERS = new Set(['better-sqlite3', 'pg'])
/** zod parses what the address bar of the window holds; uuid names the blocks a person types; diff marks what a change of the log did. */
const windowLibrary = (name: string): boolean =>
  name === 'zod' ||
  name === 'uuid' ||
  name === 'diff' ||
  name.startsWith('react') ||
  name.startsWith('@mantine/') ||
  name.startsWith('@tanstack/') ||
  name.startsWith('@tiptap/') ||
  name.startsWith('@tabler/')

const shared = /^src\/shared\//
const main = (...rooms: readonly string[]): RegExp => new RegExp(`^src/main/(${rooms.join('|')})/`)

const ROOMS: readonly Room[] = [
  {
    // What is true on paper knows nothing of how it is written, asked for or worded.
    files: /^src\/shared\/(domain|language|decree)\//,
    knows: [/^src\/shared\/(domain|language|decree)\//, /^src\/shared\/app-error\.ts$/],
    // diff is pure: what two texts have in common is a rule of the paper as much as a number is.
    packages: only('zod', 'diff'),
  },
  { files: shared, knows: [shared], packages: only('zod') },
  {
    files: /^src\/main\/(index|office)\.ts$/,
    knows: [shared, /^src\/main\/(?!cli\.ts)/],
    packages: (name) => node(name) || name === 'electron',
  },
  {
    files: /^src\/main\/cli(\.ts$|\/)/,
    knows: [shared, main('cli', 'services', 'store', 'documents', 'files'), /^src\/main\/[^/]+\.ts$/, /^package\.json$/],
    packages: (name) => node(name) || name === 'commander',
  },
  { files: main('window'), knows: [shared, main('window')], packages: (name) => node(name) || name === 'electron' },
  {
    files: main('ipc'),
    knows: [shared, main('ipc', 'services', 'documents', 'files'), /^src\/main\/window\/origin\.ts$/],
    packages: (name) => node(name) || name === 'electron',
  },
  {
    files: main('services'),
    knows: [shared, main('services', 'store', 'documents', 'files')],
    packages: (name) => node(name) || ['zod', 'uuid', 'fractional-indexing', 'kysely'].includes(name),
  },
  {
    files: /^src\/main\/store\/connection/,
    knows: [shared, main('store', 'files')],
    packages: (name) => node(name) || name === 'kysely' || DATABASE_DRIVERS.has(name),
  },
  { files: main('store'), knows: [shared, main('store', 'files')], packages: (name) => node(name) || name === 'kysely' || name === 'zod' },
  {
    files: main('documents'),
    knows: [shared, main('documents', 'files')],
    packages: (name) => node(name) || documentLibrary(name) || name === 'zod',
  },
  { files: /^src\/main\/files\/dialogs/, knows: [shared, main('files')], packages: (name) => node(name) || name === 'electron' },
  { files: main('files'), knows: [shared, main('files')], packages: node },
  { files: /^src\/main\//, knows: [shared, /^src\/main\/[^/]+\.ts$/], packages: node },
  { files: /^src\/preload\//, knows: [shared, /^src\/preload\//], packages: only('electron') },
  {
    files: /^src\/renderer\/src\/lib\//,
    knows: [shared, /^src\/renderer\/src\/lib\//, /^src\/preload\/bridge\.ts$/],
    packages: windowLibrary,
  },
  { files: /^src\/renderer\/src\/ui\//, knows: [shared, /^src\/renderer\/src\/(ui|lib)\/(?!bridge)/], packages: windowLibrary },
  { files: /^src\/renderer\/src\/features\//, knows: [shared, /^src\/renderer\/src\/(features|ui|lib)\//], packages: windowLibrary },
  {
    files: /^src\/renderer\//,
    knows: [shared, /^src\/renderer\//],
    packages: (name) => windowLibrary(name) || name.startsWith('@fontsource/'),
  },
]

/** Things with one door each: name of a package's export → the files that may import it. */
const DOORS: readonly { readonly from: string; readonly name: string; readonly door: RegExp }[] = [
  { from: 'electron', name: 'ipcMain', door: main('ipc') },
  { from: 'electron', name: 'ipcRenderer', door: /^src\/preload\// },
  { from: 'electron', name: 'contextBridge', door: /^src\/preload\// },
  { from: 'electron', name: 'dialog', door: /^src\/main\/files\/dialogs/ },
]

/** Files that run where there is no Electron: whatever they reach must do without it. */
const WITHOUT_ELECTRON = /^src\/main\/(cli\.ts$|documents\/[^/]+\.worker\.ts$)/

/** The words of the screen are in shared/text/vi; the law and the readers of documents speak Vietnamese by their nature. */
const SPEAKS_ENGLISH = /^src\/(renderer|preload|main\/(?!documents\/))/
const VIETNAMESE = /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u1EA0-\u1EF9]/iu

/** Checks source texts by their path from the repository's root. Taking texts, it can be shown files that do not exist. */
export function findViolations(files: ReadonlyMap<string, string>): readonly Violation[] {
  const found: Violation[] = []
  const imports = new Map<string, readonly Import[]>()
  for (const [file, text] of files) {
    const parsed = parseSync(file, text)
    imports.set(file, importsOf(file, text, parsed))
    found.push(...checkImports(file, imports.get(file) ?? []), ...checkWords(file, text, parsed))
  }
  for (const file of files.keys()) if (WITHOUT_ELECTRON.test(file)) found.push(...checkReach(file, imports))
  return found
}

function checkImports(file: string, imports: readonly Import[]): Violation[] {
  const room = ROOMS.find((candidate) => candidate.files.test(file))
  if (room === undefined) return [{ file, line: 1, message: 'not allowed: a file outside the rooms of src/' }]
  const found: Violation[] = []
  for (const { target, names, line } of imports) {
    const own = target.startsWith('src/') || target === 'package.json' || target.startsWith('../')
    const allowed = own ? room.knows.some((known) => known.test(target)) : room.packages(packageOf(target))
    if (!allowed) found.push({ file, line, message: `importing ${target} is not allowed here` })
    const [feature, other] = [featureOf(file), featureOf(target)]
    if (feature !== null && other !== null && feature !== other)
      found.push({
        file,
        line,
        message: `importing the feature ${other} is not allowed in the feature ${feature}: share it through ui/ or lib/`,
      })
    for (const { from, name, door } of DOORS)
      if (target === from && names.includes(name) && !door.test(file))
        found.push({ file, line, message: `${name} is not allowed here: its one door is ${door.source}` })
  }
  return found
}

function checkWords(file: string, text: string, parsed: ReturnType<typeof parseSync>): Violation[] {
  const found: Violation[] = []
  const see = (value: string, start: number): void => {
    if (SPEAKS_ENGLISH.test(file) && VIETNAMESE.test(value))
      found.push({
        file,
        line: lineAt(text, start),
        message: 'Vietnamese is not allowed in code here: words of the screen are in src/shared/text/vi',
      })
  }
  new Visitor({
    Literal: (literal) => {
      if (typeof literal.value === 'string') see(literal.value, literal.start)
    },
    TemplateElement: (element) => see(element.value.raw, element.start),
    JSXText: (words) => see(words.value, words.start),
    MemberExpression: (member) => {
      const bridge = !member.computed && member.property.type === 'Identifier' && member.property.name === 'bridge'
      const ofWindow = member.object.type === 'Identifier' && (member.object.name === 'window' || member.object.name === 'globalThis')
      if (bridge && ofWindow && file !== 'src/renderer/src/lib/bridge.ts')
        found.push({
          file,
          line: lineAt(text, member.start),
          message: 'window.bridge is not allowed here: its one door is src/renderer/src/lib/bridge.ts',
        })
    },
  }).visit(parsed.program)
  return found
}

/** Follows real imports (types vanish when built) and reports the first way to Electron. */
function checkReach(start: string, imports: ReadonlyMap<string, readonly Import[]>): Violation[] {
  const cameFrom = new Map<string, string | null>([[start, null]])
  const waiting = [start]
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    for (const { target, typeOnly } of imports.get(file) ?? []) {
      if (typeOnly || cameFrom.has(target)) continue
      cameFrom.set(target, file)
      if (target !== 'electron') {
        waiting.push(target)
        continue
      }
      const way: string[] = []
      for (let step: string | null | undefined = target; step !== null && step !== undefined; step = cameFrom.get(step)) way.unshift(step)
      return [{ file: start, line: 1, message: `reaching electron is not allowed: ${way.join(' → ')}` }]
    }
  }
  return []
}

function importsOf(file: string, text: string, parsed: ReturnType<typeof parseSync>): readonly Import[] {
  const { staticImports, staticExports, dynamicImports } = parsed.module
  const found: Import[] = []
  for (const { moduleRequest, entries, start } of staticImports) {
    found.push({
      target: resolveImport(file, moduleRequest.value),
      names: entries.map(({ importName }) => importName.name ?? ''),
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
      line: lineAt(text, start),
    })
  }
  for (const { entries } of staticExports) {
    for (const { moduleRequest, importName, isType, start } of entries) {
      if (moduleRequest === null) continue
      found.push({
        target: resolveImport(file, moduleRequest.value),
        names: [importName.name ?? ''],
        typeOnly: isType,
        line: lineAt(text, start),
      })
    }
  }
  for (const { moduleRequest, start } of dynamicImports) {
    const name = /^['"](.+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1]
    if (name !== undefined) found.push({ target: resolveImport(file, name), names: [], typeOnly: false, line: lineAt(text, start) })
  }
  return found
}

/** Our imports name a file with its ending, so a path is all there is to resolve. */
function resolveImport(file: string, name: string): string {
  if (name.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), name))
  if (name.startsWith('#shared/')) return name.replace('#shared/', 'src/shared/')
  if (name.startsWith('#main/')) return name.replace('#main/', 'src/main/')
  if (name.startsWith('#renderer/')) return name.replace('#renderer/', 'src/renderer/src/')
  return name
}

function packageOf(target: string): string {
  const parts = target.split('/')
  if (target.startsWith('node:')) return target
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? target)
}

function featureOf(file: string): string | null {
  return /^src\/renderer\/src\/features\/([^/]+)\//.exec(file)?.[1] ?? null
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** The texts of src/ as they stand on disk. */
export function readSources(root: string): Map<string, string> {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((file) => file.replaceAll('\\', '/'))
  return new Map(files.toSorted().map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

if (import.meta.main) {
  const violations = findViolations(readSources(join(import.meta.dirname, '..')))
  for (const { file, line, message } of violations) console.error(`${file}:${line}  ${message}`)
  process.exitCode = violations.length === 0 ? 0 : 1
}
