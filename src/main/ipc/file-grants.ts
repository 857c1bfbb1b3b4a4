import { AppError } from '#shared/app-error.ts'
import type { Handlers } from './handlers.ts'

/**
 * Where the preload says which file a person dropped on the window. It is outside the contract: the bridge passes on contract names only, so that
 * a page's script cannot reach it, and a file that a script makes up has no path.
 */
export const GRANT_CHANNEL = 'file.grant'

/** The files that a person put into the program's hands since it started: the window may have these read, and no other. */
export interface FileGrants {
  readonly grant: (path: string) => void
  /** The same handlers, refusing with `file-not-found` every path that was not granted: whether it exists is none of the window's business. */
  readonly guard: (handlers: Partial<Handlers>) => Partial<Handlers>
}

export function createFileGrants(): FileGrants {
  const granted = new Set<string>()
  const guarded =
    <I extends { readonly path: string }, C, O>(handler: (input: I, context: C) => O) =>
    (input: I, context: C): O => {
      if (!granted.has(input.path)) throw new AppError('file-not-found', { file: input.path })
      return handler(input, context)
    }
  /** A file that the system's own dialog or the program's start named is in the program's hands as well. */
  const granting =
    <I, C, O extends { readonly path: string } | null>(handler: (input: I, context: C) => Promise<O> | O) =>
    async (input: I, context: C): Promise<O> => {
      const found = await handler(input, context)
      if (found !== null) granted.add(found.path)
      return found
    }
  /** The same for several files at once. */
  const grantingAll =
    <I, C, O extends { readonly paths: readonly string[] }>(handler: (input: I, context: C) => Promise<O> | O) =>
    async (input: I, context: C): Promise<O> => {
      const found = await handler(input, context)
      for (const path of found.paths) granted.add(path)
      return found
    }
  return {
    grant: (path) => void granted.add(path),
    guard: (handlers) => {
      const plan = handlers['import.read-plan-file']
      const appendix = handlers['import.read-appendix-file']
      const proof = handlers['follow-up.keep-file']
      const returned = handlers['merge.read']
      const sought = handlers['merge.choose']
      const pack = handlers['hand-over.open']
      const chosen = handlers['hand-over.choose']
      const waiting = handlers['hand-over.waiting']
      const forms = handlers['agency-form.choose']
      const form = handlers['agency-form.read']
      return {
        ...handlers,
        ...(forms === undefined ? {} : { 'agency-form.choose': grantingAll(forms) }),
        ...(form === undefined ? {} : { 'agency-form.read': guarded(form) }),
        ...(plan === undefined ? {} : { 'import.read-plan-file': guarded(plan) }),
        ...(appendix === undefined ? {} : { 'import.read-appendix-file': guarded(appendix) }),
        ...(proof === undefined ? {} : { 'follow-up.keep-file': guarded(proof) }),
        ...(returned === undefined ? {} : { 'merge.read': guarded(returned) }),
        ...(sought === undefined ? {} : { 'merge.choose': granting(sought) }),
        ...(pack === undefined ? {} : { 'hand-over.open': guarded(pack) }),
        ...(chosen === undefined ? {} : { 'hand-over.choose': granting(chosen) }),
        ...(waiting === undefined ? {} : { 'hand-over.waiting': granting(waiting) }),
      }
    },
  }
}
