import { expect, test } from 'vitest'
import { citationStanding } from '#shared/domain/cited-document.ts'
import type { CitedDocumentId } from '#shared/domain/identifier.ts'

const successor = '018f0000-0000-7000-8000-000000000c99' as CitedDocumentId
const known = { validFrom: null, expiredFrom: null, replacedByIds: [], checkedOn: null }

test.each([
  ['nobody has looked it up', known, { kind: 'unknown' }],
  ['looked up and no end known', { ...known, checkedOn: '2023-01-01' }, { kind: 'in-force' }],
  ['its end is known and still to come', { ...known, expiredFrom: '2023-07-02' }, { kind: 'in-force' }],
  ['it ends on that very day', { ...known, expiredFrom: '2023-07-01' }, { kind: 'expired', since: '2023-07-01' }],
  ['it begins later', { ...known, validFrom: '2023-07-02', checkedOn: '2023-01-01' }, { kind: 'not-yet', from: '2023-07-02' }],
  ['replaced, day unknown', { ...known, replacedByIds: [successor] }, { kind: 'replaced', since: null, byIds: [successor] }],
  [
    'replaced since before',
    { ...known, replacedByIds: [successor], expiredFrom: '2023-01-01' },
    { kind: 'replaced', since: '2023-01-01', byIds: [successor] },
  ],
  ['to be replaced later', { ...known, replacedByIds: [successor], expiredFrom: '2024-01-01' }, { kind: 'in-force' }],
])('on 1 July 2023: %s', (_case, document, standing) => expect(citationStanding(document, '2023-07-01')).toEqual(standing))
