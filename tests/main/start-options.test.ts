import { expect, test } from 'vitest'
import { readStartOptions } from '#main/start-options.ts'

test.each([
  [[], { workspace: null, sample: false, pack: null, tray: null }],
  [['--sample'], { workspace: null, sample: true, pack: null, tray: null }],
  [['--workspace=/data/Sở Nội vụ'], { workspace: '/data/Sở Nội vụ', sample: false, pack: null, tray: null }],
  [['--workspace', '/data/a'], { workspace: '/data/a', sample: false, pack: null, tray: null }],
  [['--user-data-dir=/tmp/x', '--no-sandbox', '--sample'], { workspace: null, sample: true, pack: null, tray: null }],
  [['--workspace'], { workspace: null, sample: false, pack: null, tray: null }],
  [['--no-sandbox', '/usb/Bàn giao.cchc'], { workspace: null, sample: false, pack: '/usb/Bàn giao.cchc', tray: null }],
  [['.', 'Bàn giao.CCHC'], { workspace: null, sample: false, pack: '/home/thu-ky/Bàn giao.CCHC', tray: null }],
  [['--tray'], { workspace: null, sample: false, pack: null, tray: true }],
  [['--no-tray', '--sample'], { workspace: null, sample: true, pack: null, tray: false }],
  [['ke-hoach.docx'], { workspace: null, sample: false, pack: null, tray: null }],
])('%j is read as %j', (words, options) => {
  expect(readStartOptions(words, '/home/thu-ky')).toEqual(options)
})
