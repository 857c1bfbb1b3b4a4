import { crc32, inflateRawSync } from 'node:zlib'
import { AppError } from '#shared/app-error.ts'

/**
 * A zip archive read from memory by its central directory, trusting nothing in it. Our own few lines because the libraries at
 * hand either believe the declared sizes (fflate) or want a file on disk; zlib itself stops at a given size.
 */
export interface ZipArchive {
  readonly names: readonly string[]
  /** Bytes of one entry, or null when there is none. Throws file-hostile, file-truncated. */
  readonly read: (name: string) => Uint8Array | null
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** Far above any Word or Excel file (a document with 300 pictures has some 400 entries), far below what hurts. */
const MOST_ENTRIES = 4_000
const LARGEST_ENTRY_BYTES = 96 * 1024 * 1024
const LARGEST_TOTAL_BYTES = 384 * 1024 * 1024
/** Deflate packs at most 1,032 : 1; tables of equal rows reach about 150 : 1. Small parts are let through: they cannot hurt. */
const HIGHEST_RATIO = 400
const RATIO_FREE_BYTES = 4 * 1024 * 1024

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50

/** Opens an archive. Throws file-truncated, file-encrypted, file-hostile; `file` is the name for the sentence. */
export function openZip(bytes: Uint8Array, file: string): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  const hostile = (problem: 'zip-bomb' | 'path'): AppError => new AppError('file-hostile', { file, problem })
  const end = findEnd(view)
  if (end === null) throw new AppError('file-truncated', { file })
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > MOST_ENTRIES) throw hostile('zip-bomb')
  let total = 0
  const lowered = new Set<string>()
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new AppError('file-truncated', { file })
    const nameLength = view.getUint16(at + 28, true)
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) throw new AppError('file-truncated', { file })
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new AppError('file-encrypted', { file })
    const entry: Entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    at = next
    if (!isInnocentName(entry.name)) throw hostile('path')
    // Two parts whose names differ in case only: readers disagree on which one counts, so a second text could hide behind the first.
    if (lowered.has(entry.name.toLowerCase())) throw hostile('path')
    lowered.add(entry.name.toLowerCase())
    total += entry.size
    if (entry.size > LARGEST_ENTRY_BYTES || total > LARGEST_TOTAL_BYTES) throw hostile('zip-bomb')
    if (entry.size > RATIO_FREE_BYTES && entry.size > entry.packed * HIGHEST_RATIO) throw hostile('zip-bomb')
    entries.set(entry.name, entry)
  }
  if (entriesOverlap([...entries.values()])) throw hostile('zip-bomb')
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name)
      return entry === undefined ? null : inflate(bytes, view, entry, file)
    },
  }
}

/** The record at the end may be followed by a comment of up to 65,535 bytes. */
function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue
    const directoryEnd = view.getUint32(at + 12, true) + view.getUint32(at + 16, true)
    if (directoryEnd <= at && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at
  }
  return null
}

function isInnocentName(name: string): boolean {
  if (name === '' || name.startsWith('/') || name.includes('\\') || name.includes('\0') || /^[A-Za-z]:/.test(name)) return false
  return !name.split('/').includes('..')
}

/** Entries that share bytes are how a small file unpacks to petabytes without any nesting. */
function entriesOverlap(entries: readonly Entry[]): boolean {
  const byPlace = entries.toSorted((one, other) => one.offset - other.offset)
  return byPlace.some((entry, index) => {
    const next = byPlace[index + 1]
    return next !== undefined && entry.offset + 30 + entry.packed > next.offset
  })
}

function inflate(bytes: Uint8Array, view: DataView, entry: Entry, file: string): Uint8Array {
  if (entry.offset + 30 > view.byteLength || view.getUint32(entry.offset, true) !== LOCAL_ENTRY)
    throw new AppError('file-truncated', { file })
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) throw new AppError('file-truncated', { file })
  let content: Uint8Array
  if (entry.method === 0) content = packed
  else if (entry.method === 8) {
    try {
      content = inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) })
    } catch (cause) {
      const tooMuch = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
      if (tooMuch) throw new AppError('file-hostile', { file, problem: 'zip-bomb' }, { cause })
      throw new AppError('file-truncated', { file }, { cause })
    }
  } else throw new AppError('file-truncated', { file })
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new AppError('file-truncated', { file })
  return content
}
