import { fileURLToPath } from 'node:url'

/**
 * The read-only files that come with the program (`resources/` in the repository, inside the archive when packaged).
 * The built program runs from `out/main`, tests from the source: the way up differs.
 */
export function resourceFile(...path: readonly string[]): string {
  const up = import.meta.url.endsWith('.ts') ? '../../../resources/' : '../../resources/'
  return fileURLToPath(new URL(up + path.map(encodeURIComponent).join('/'), import.meta.url))
}
