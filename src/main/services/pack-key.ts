import { createHash, generateKeyPairSync } from 'node:crypto'
import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileWhole } from '#main/files/write-file.ts'

/** The key pair by which a person's packs are known: Ed25519. */
const PackKey = z.object({
  /** PKCS 8, PEM. */
  privateKey: z.string().startsWith('-----BEGIN PRIVATE KEY-----'),
  /** SPKI in DER, base64. */
  publicKey: z.string().min(1),
})
export type PackKey = z.infer<typeof PackKey>

/**
 * The key pair of a folder of user data, made once. It says that two packs come from one machine, not who sits there; it is worth no
 * more than the folder it lies in, which the system keeps for its user. One that cannot be read is replaced: those who knew it are told.
 */
export async function readPackKey(userDataFolder: string): Promise<PackKey> {
  const file = join(userDataFolder, 'hand-over-key.json')
  try {
    return PackKey.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    const pair = generateKeyPairSync('ed25519', {
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'der' },
    })
    const key: PackKey = { privateKey: pair.privateKey, publicKey: pair.publicKey.toString('base64') }
    await mkdir(userDataFolder, { recursive: true })
    await writeFileWhole(file, Buffer.from(JSON.stringify(key)))
    await chmod(file, 0o600)
    return key
  }
}

/** How people compare keys by telephone: the first 8 bytes of its SHA-256, in fours: `3F2A 91BC 07DE 5512`. */
export function fingerprintOf(publicKey: string): string {
  const digits = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16).toUpperCase()
  return digits.match(/.{4}/g)?.join(' ') ?? digits
}
