import { handOverText as words } from '#shared/text/vi/hand-over.ts'

/** The shortest that the office takes (`hand-over-contract.ts`). */
const SHORTEST = 8

/** Three groups of four digits, easily told by telephone: some forty bits, each guess at two seconds of work. */
export function makePassphrase(): string {
  const groups = crypto.getRandomValues(new Uint32Array(3))
  return [...groups].map((group) => String(group % 10_000).padStart(4, '0')).join('-')
}

/** What is wrong with a passphrase typed twice, or null. */
export function passphraseFault(first: string, second: string): { readonly first?: string; readonly second?: string } | null {
  if (first.length < SHORTEST) return { first: words.passphraseShort }
  return first === second ? null : { second: words.passphraseDiffers }
}
