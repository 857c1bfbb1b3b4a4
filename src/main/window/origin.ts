/** The window's own address. Its pages come from a private scheme, so that they have an origin and `file:` needs no rights. */
export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://cchc`

/** Origins the window may come from: our own scheme, and the development server while one runs. */
export function trustedOrigins(developmentServer: string | undefined): readonly string[] {
  return developmentServer === undefined ? [ORIGIN] : [ORIGIN, new URL(developmentServer).origin]
}

/** `URL.origin` is "null" for a private scheme in Node, so it is put together here. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return url.protocol === `${SCHEME}:` ? `${url.protocol}//${url.host}` : url.origin
}
