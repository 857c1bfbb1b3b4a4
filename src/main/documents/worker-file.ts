/**
 * Where the code of a worker thread lies: the source beside this file in tests (Node strips the types itself), the bundle
 * in the built program. `name` is the file's name without `.worker.ts`.
 */
export function workerFile(name: string): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./${name}.worker.${extension}`, import.meta.url)
}
