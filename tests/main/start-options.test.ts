import { expect, test } from 'vitest'
import { readStartOptions } from '#main/start-options.ts'

test.each([
  [[], { workspace: null, sample: false }],
  [['--sample'], { workspace: null, sample: true }],
  [['--workspace=/data/Sở Nội vụ'], { workspace: '/data/Sở Nội vụ', sample: false }],
  [['--workspace', '/data/a'], { workspace: '/data/a', sample: false }],
  [['--user-data-dir=/tmp/x', '--no-sandbox', '--sample'], { workspace: null, sample: true }],
  [['--workspace'], { workspace: null, sample: false }],
])('%j is read as %j', (words, options) => {
  expect(readStartOptions(words)).toEqual(options)
})
