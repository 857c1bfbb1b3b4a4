import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import startCompiler, { TypstCompilerBuilder, type TypstCompileWorld } from '@myriaddreamin/typst-ts-web-compiler'
import startRenderer, { TypstRendererBuilder } from '@myriaddreamin/typst-ts-renderer'
import { AppError } from '#shared/app-error.ts'
import { resourceFile } from '../files/resources.ts'
import { coverageOf, lettersWithoutShape } from './font-coverage.ts'
import { learnOutlines, splitPages, type DrawnPage } from './page-svg.ts'
import type { PageFiles } from './write-pages.ts'

/** Where a record came to stand: its page, from 0, and the distance from the paper's upper edge. */
export interface Place {
  readonly sourceId: string
  readonly page: number
  readonly topPoints: number
}

/** What a person should know of the pages. */
export interface PageTroubles {
  /** Records that had to be let go over two pages because they are taller than one; null for what is no record's view. */
  readonly splitSourceIds: readonly (string | null)[]
  /** Letters that the font has no shape for: they are kept in the file's text but show as empty boxes. */
  readonly lettersWithoutShape: readonly string[]
}

export interface LaidOut extends PageTroubles {
  readonly pageSizes: readonly { readonly widthPoints: number; readonly heightPoints: number }[]
  /** Drawings of the pages that were asked for. */
  readonly pages: readonly DrawnPage[]
  readonly places: readonly Place[]
}

export interface PagesPdf extends PageTroubles {
  readonly bytes: Uint8Array
}

export interface PageEngine {
  /** Lays the whole document out and draws the pages `first` to `last` (from 0, both included, cut to what there is). */
  readonly layOut: (files: PageFiles, first: number, last: number) => LaidOut
  /** The document as a tagged PDF; the same files give the same bytes. */
  readonly pdf: (files: PageFiles) => PagesPdf
  /** Bytes that the engine holds: WebAssembly memory grows and never shrinks. */
  readonly memoryBytes: () => number
}

const MAIN = '/main.typ'
/** The compiler's numbers for what to make and how to tell its troubles. */
const PAGED = 0
const PDF = 1
const FULL_DIAGNOSTICS = 3

const FONTS = [
  '400Regular/Tinos_400Regular',
  '400Regular_Italic/Tinos_400Regular_Italic',
  '700Bold/Tinos_700Bold',
  '700Bold_Italic/Tinos_700Bold_Italic',
]

/**
 * Starts Typst 0.14 in WebAssembly with the four styles of Tinos and the page template; everything is read from the
 * program's own files, nothing from a network. Takes about 0.3 s; belongs into a worker thread, since it works
 * synchronously.
 *
 * Its methods throw `pages-failed` when Typst refuses the document, which no document of ours should bring about.
 */
export async function createPageEngine(): Promise<PageEngine> {
  const require = createRequire(import.meta.url)
  const compilerModule = await startCompiler({
    module_or_path: await WebAssembly.compile(await readFile(wasmOf('@myriaddreamin/typst-ts-web-compiler'))),
  })
  const rendererModule = await startRenderer({
    module_or_path: await WebAssembly.compile(await readFile(wasmOf('@myriaddreamin/typst-ts-renderer'))),
  })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  const fonts = await Promise.all(FONTS.map(async (font) => readFile(require.resolve(`@expo-google-fonts/tinos/${font}.ttf`))))
  for (const font of fonts) await builder.add_raw_font(font)
  const covers = fonts.map(coverageOf)
  const compiler = await builder.build()
  const renderer = await new TypstRendererBuilder().build()
  compiler.add_source(MAIN, readFileSync(resourceFile('templates', 'official-document.typ'), 'utf8'))
  // Drawings grow from what changed since the last one: making them from nothing takes four times as long on a large paper.
  const changes = compiler.create_incr_server()
  const session = renderer.create_session()
  const outlines = new Map<string, string>()
  let started = false
  const encoder = new TextEncoder()
  let known: PageFiles = new Map()
  let shapeless: ReadonlyMap<string, readonly string[]> = new Map()

  /** Only what changed is put anew, so that the layout of the rest stays in the compiler's cache. */
  function put(files: PageFiles): void {
    for (const [path, text] of files) if (known.get(path) !== text) compiler.map_shadow(path, encoder.encode(text))
    for (const path of known.keys()) if (!files.has(path)) compiler.unmap_shadow(path)
    shapeless = new Map(
      [...files].map(([path, text]) => [
        path,
        (known.get(path) === text && shapeless.get(path)) ||
          lettersWithoutShape(text, (codePoint) => covers.every((covered) => covered(codePoint))),
      ]),
    )
    known = files
  }

  function shapelessLetters(): readonly string[] {
    return [...new Set([...shapeless.values()].flat())]
  }

  function within<T>(files: PageFiles, ask: (world: TypstCompileWorld) => T): T {
    put(files)
    const world = compiler.snapshot(null, MAIN, null)
    try {
      const answer = world.compile(PAGED, FULL_DIAGNOSTICS) as { readonly hasError: boolean; readonly diagnostics: readonly unknown[] }
      if (answer.hasError) throw new AppError('pages-failed', { problem: JSON.stringify(answer.diagnostics) })
      return ask(world)
    } finally {
      world.free()
    }
  }

  return {
    layOut: (files, first, last) =>
      within(files, (world) => {
        const report = reportOf(world)
        const { result } = world.incr_compile(changes, FULL_DIAGNOSTICS) as { readonly result?: Uint8Array }
        if (result !== undefined) renderer.manipulate_data(session, started ? 'merge' : 'reset', result)
        started = true
        const info = session.pages_info
        const pageSizes = Array.from({ length: info.page_count }, (_, index) => {
          const page = info.page(index)
          return { widthPoints: page.width_pt, heightPoints: page.height_pt }
        })
        return {
          pageSizes,
          pages: drawPages(session, outlines, pageSizes, first, last),
          ...report,
          lettersWithoutShape: shapelessLetters(),
        }
      }),
    pdf: (files) =>
      within(files, (world) => {
        const { splitSourceIds } = reportOf(world)
        const { result } = world.get_artifact(PDF, FULL_DIAGNOSTICS) as { readonly result: Uint8Array }
        return { bytes: result, splitSourceIds, lettersWithoutShape: shapelessLetters() }
      }),
    memoryBytes: () => compilerModule.memory.buffer.byteLength + rendererModule.memory.buffer.byteLength,
  }
}

/** A height where no page lies. */
const LOOKING_AWAY = 1e9

function drawPages(
  session: { readonly render_in_window: (x: number, y: number, toX: number, toY: number) => string },
  outlines: Map<string, string>,
  sizes: LaidOut['pageSizes'],
  first: number,
  last: number,
): readonly DrawnPage[] {
  const end = Math.min(last, sizes.length - 1)
  if (first > end) return []
  const heightOf = (count: number): number => sizes.slice(0, count).reduce((total, size) => total + size.heightPoints, 0)
  // A page that was drawn last time and did not change would come back empty: looking away makes it come whole. The
  // outlines of new letters come with the first look, wherever it goes.
  learnOutlines(session.render_in_window(0, LOOKING_AWAY, 1, LOOKING_AWAY + 1), outlines)
  // The renderer puts pages under one another and draws those that a window touches.
  return splitPages(session.render_in_window(0, heightOf(first) + 2, 1e6, heightOf(end + 1) - 2), outlines, sizes, first, end)
}

type Mark<T> = readonly [value: T, page: number, topPoints: number]

function reportOf(world: TypstCompileWorld): Pick<LaidOut, 'places' | 'splitSourceIds'> {
  const [report] = JSON.parse(world.query(PAGED, '<report>', 'value')) as [
    { readonly places: readonly Mark<string>[]; readonly notKeptTogether: readonly Mark<string | null>[] },
  ]
  return {
    places: report.places.map(([sourceId, page, topPoints]) => ({ sourceId, page, topPoints })),
    splitSourceIds: report.notKeptTogether.map(([sourceId]) => sourceId),
  }
}

function wasmOf(module: string): string {
  return fileURLToPath(import.meta.resolve(`${module}/wasm`))
}
