import { createHash, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import type { FileHash, HandOverId, PackId, PlanId } from '#shared/domain/identifier.ts'
import type { PackContent, PackHead, PackRow } from '#shared/domain/pack.ts'
import { readArchive, readPack } from '#main/documents/read-pack.ts'
import { packArchive, writePack } from '#main/documents/write-pack.ts'
import { id } from '../../helpers/records.ts'

const pair = generateKeyPairSync('ed25519', {
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
})
const keys = { privateKey: pair.privateKey, publicKey: pair.publicKey.toString('base64') }
const sha256 = (bytes: Uint8Array): FileHash => createHash('sha256').update(bytes).digest('hex') as FileHash

const head: PackHead = {
  format: 'cchc-pack',
  formatVersion: 1,
  packId: id<PlanId>(1) as string as PackId,
  handOverId: id<PlanId>(2) as string as HandOverId,
  direction: 'given',
  scope: 'plan',
  planIds: [id<PlanId>(0x1000)],
  title: 'Kế hoạch (mẫu)',
  officeName: 'UBND tỉnh Mẫu',
  fromName: 'Người giao (mẫu)',
  toName: 'Người nhận (mẫu)',
  at: '2023-01-03T01:00:00.000Z',
  contentHash: sha256(strToU8('a')),
  basedOn: sha256(strToU8('a')),
  migration: '0005-hand-over',
  programVersion: '0.0.0',
}
const scan = strToU8('%PDF-1.7 bản quét')
const content: PackContent = {
  rows: new Map([['plan', [{ id: 'một', year: 2023, number: null, subject: 'Cải cách “hành chính”\nnăm 2023' }]]]),
  referred: new Map([['agency', []]]),
  texts: [{ hash: sha256(strToU8('{"a":1}')), text: '{"a":1}' }],
  files: [{ hash: sha256(scan), name: 'bản ký.pdf', bytes: scan.byteLength, stored_at: '2023-01-03T01:00:00.000Z', content: scan }],
  sent: [],
  log: [],
}
const file = 'gói.cchc'
const archive = packArchive({ head, content, ...keys })
const byHash = (one: { hash: string }, other: { hash: string }): number => (one.hash < other.hash ? -1 : 1)
const rowsOf = (row: object): Partial<PackContent> => ({ rows: new Map([['plan', [row as PackRow]]]) })
const heading = (factor: string): string =>
  `age-encryption.org/v1\n-> scrypt pvLWyVzLKmyx9d9bVxHaRw ${factor}\nqpDq17ggQJ+bZ8vJRnt25j5ebn74m5Om5l44pPi0f/4\n--- x\n`
const quiet = (): void => undefined

function failureOf(work: () => unknown): string {
  try {
    work()
    return 'read'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return 'problem' in error.details ? `${error.code}: ${String(error.details.problem)}` : error.code
  }
}

describe('a pack', () => {
  const word = fc.string({ unit: 'grapheme', maxLength: 12 })
  const row = fc
    .record({ id: fc.uuid(), content: word, note: fc.option(word), year: fc.integer(), version: fc.nat() })
    .map((one): PackRow => one)
  const tables = fc
    .dictionary(fc.constantFrom('plan', 'provision', 'task_wording', 'draft_round'), fc.array(row, { maxLength: 4 }))
    .map((all) => new Map(Object.entries(all)))

  test('gives back every row, text and file it was made of, whatever they say', () => {
    fc.assert(
      fc.property(
        tables,
        tables,
        fc.uniqueArray(word),
        fc.uniqueArray(fc.uint8Array({ maxLength: 40 }), { selector: (one) => one.join() }),
        (rows, referred, words, bytes) => {
          const whole: PackContent = {
            rows,
            referred,
            texts: words.map((text) => ({ hash: sha256(strToU8(text)), text: new TextDecoder().decode(strToU8(text)) })),
            files: bytes.map((one) => ({ hash: sha256(one), name: 'x', bytes: one.byteLength, stored_at: head.at, content: one })),
            sent: [{ plan_id: id<PlanId>(0x1000), content_hash: head.contentHash, sent_at: head.at }],
            log: [],
          }
          const { manifest, content: read } = readArchive(packArchive({ head, content: whole, ...keys }), file)
          expect(manifest).toMatchObject(head)
          expect(read).toEqual({ ...whole, texts: read.texts, files: read.files })
          expect([read.texts.toSorted(byHash), read.files.toSorted(byHash)]).toEqual([
            whole.texts.toSorted(byHash),
            whole.files.toSorted(byHash),
          ])
        },
      ),
      { numRuns: 60 },
    )
  })

  test('opens with its passphrase however its letters were composed, and with no other', async () => {
    const sealed = await writePack({ head, content, ...keys, passphrase: 'cầu qua sông'.normalize('NFD'), workFactor: 10 }, quiet)
    expect(new TextDecoder('latin1').decode(sealed)).not.toContain('plan')
    const { manifest, content: read } = await readPack({ file, bytes: sealed, passphrase: 'cầu qua sông' }, quiet)
    expect([manifest.title, read.rows]).toEqual([head.title, content.rows])
    await expect(readPack({ file, bytes: sealed, passphrase: 'cau qua song' }, quiet)).rejects.toMatchObject({
      code: 'pack-passphrase-wrong',
    })
  })
})

describe('a hostile pack', () => {
  const parts = unzipSync(archive)
  const withParts = (changed: Record<string, Uint8Array>): Uint8Array => zipSync({ ...parts, ...changed })
  /** Signed anew by somebody who may sign: what is wrong is inside. */
  const signed = (changed: Partial<PackContent>, said: Partial<PackHead> = {}): Uint8Array =>
    packArchive({ head: { ...head, ...said }, content: { ...content, ...changed }, ...keys })
  const manifest = JSON.parse(strFromU8(parts['manifest.json']!)) as Record<string, unknown>
  const withManifest = (said: object): Uint8Array => withParts({ 'manifest.json': strToU8(JSON.stringify({ ...manifest, ...said })) })

  test.each([
    ['words changed behind the signature', withManifest({ fromName: 'Kẻ khác' }), 'pack-not-valid: signature'],
    ['another key under the old signature', withManifest({ publicKey: generateKey() }), 'pack-not-valid: signature'],
    ['a key that is none', withManifest({ publicKey: 'AAAA' }), 'pack-not-valid: signature'],
    ['rows changed behind the manifest', withParts({ 'rows/plan.jsonl': strToU8('{"id":"hai"}') }), 'pack-not-valid: parts'],
    ['a part nobody signed for', withParts({ 'rows/agency.jsonl': strToU8('{"id":"hai"}') }), 'pack-not-valid: parts'],
    [
      'a part that is missing',
      zipSync(Object.fromEntries(Object.entries(parts).filter(([name]) => name !== 'log.jsonl'))),
      'pack-not-valid: parts',
    ],
    ['no manifest', zipSync({ 'a.txt': strToU8('a') }), 'pack-not-valid: format'],
    ['a manifest that is no JSON', withParts({ 'manifest.json': strToU8('{') }), 'pack-not-valid: manifest'],
    ['a manifest of something else', withManifest({ format: 'docx' }), 'pack-not-valid: manifest'],
    ['a newer format', withManifest({ formatVersion: 2 }), 'pack-from-newer-program'],
    ['SQL for a column', signed(rowsOf({ id: 'một', 'year"; drop table plan; --': 1 })), 'pack-not-valid: rows'],
    ['a row without an id', signed(rowsOf({ year: 2023 })), 'pack-not-valid: rows'],
    ['a row with a list in it', signed(rowsOf({ id: 'một', year: [1] })), 'pack-not-valid: rows'],
    [
      'a file that is not what its hash says',
      signed({ files: [{ ...content.files[0]!, content: strToU8('khác') }] }),
      'pack-not-valid: parts',
    ],
    ['a text that is not what its hash says', signed({ texts: [{ hash: content.texts[0]!.hash, text: 'khác' }] }), 'pack-not-valid: parts'],
    ['a path out of the archive', withParts({ '../../evil.jsonl': strToU8('a') }), 'file-hostile: path'],
    [
      'a part that packs a thousand to one',
      zipSync({ ...parts, 'files/x': new Uint8Array(30_000_000) }, { level: 9 }),
      'file-hostile: zip-bomb',
    ],
    [
      'more rows than any office has',
      signed({ rows: new Map([['plan', Array.from({ length: 300_001 }, () => ({ id: 'a' }))]]) }),
      'pack-not-valid: rows',
    ],
  ])('with %s is refused', (_, bytes, failure) => expect(failureOf(() => readArchive(bytes, file))).toBe(failure))

  test('cut or changed anywhere is refused, never a defect', () => {
    fc.assert(
      fc.property(fc.nat(archive.length - 1), (length) => {
        expect(failureOf(() => readArchive(archive.subarray(0, length), file))).not.toBe('read')
      }),
      { numRuns: 100 },
    )
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.nat(255), (at, value) => {
        const bytes = archive.slice()
        bytes[at] = value
        expect(typeof failureOf(() => readArchive(bytes, file))).toBe('string')
      }),
      { numRuns: 200 },
    )
  })

  test.each([
    ['nothing', ''],
    ['a Word file', 'PK\u0003\u0004'],
    ['a header cut short', heading('18').slice(0, 40)],
    ['a passphrase whose proof would take the machine’s memory', heading('22')],
    [
      'a file for somebody’s key instead of a passphrase',
      'age-encryption.org/v1\n-> X25519 pvLWyVzLKmyx9d9bVxHaRwqpDq17ggQJbZ8vJRnt25j\nabc\n--- x\n',
    ],
  ])('that is %s is refused before any work', async (_, text) =>
    expect(await readPack({ file, bytes: strToU8(text, true), passphrase: 'x' }, quiet).catch((error: AppError) => error.details)).toEqual({
      file,
      problem: 'format',
    }),
  )

  test('with a header that lies is damaged', async () =>
    expect(await readPack({ file, bytes: strToU8(heading('10')), passphrase: 'x' }, quiet).catch((error: AppError) => error.code)).toMatch(
      /^pack-/,
    ))
})

function generateKey(): string {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  }).publicKey.toString('base64')
}
