import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgencyId, FieldId, MemberId } from '#shared/domain/identifier.ts'
import { Light } from '#shared/domain/light.ts'
import { RegisterGroup, RegisterSort, type RegisterView } from '#shared/domain/register-view.ts'
import { RegisterSearch, searchOfView, viewOfSearch, viewWith } from '#renderer/lib/register-address.ts'

const anyView: fc.Arbitrary<RegisterView> = fc.record({
  level: fc.constantFrom('task', 'share'),
  group: fc.constantFrom(...RegisterGroup.options),
  sort: fc.constantFrom(...RegisterSort.options),
  descending: fc.boolean(),
  text: fc.string({ unit: 'grapheme' }),
  fieldId: fc.option(fc.uuid().map((one) => one as FieldId)),
  agencyId: fc.option(fc.uuid().map((one) => one as AgencyId)),
  role: fc.constantFrom(null, 'lead', 'coordinating'),
  memberId: fc.option(fc.uuid().map((one) => one as MemberId)),
  light: fc.option(fc.constantFrom(...Light.options)),
  stale: fc.boolean(),
  missedFirst: fc.boolean(),
  month: fc.option(fc.integer({ min: 1, max: 12 })),
})

describe('the address of the list of tasks', () => {
  it('reads back the view that it was made of', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const written = JSON.parse(JSON.stringify(searchOfView(view))) as unknown
        expect(viewOfSearch(RegisterSearch.parse(written))).toEqual(view)
      }),
    )
  })

  it('names its groups even for the usual view, or the office’s default would take its place, and is readable for another', () => {
    expect(
      [viewWith({}), viewWith({ level: 'share', light: 'overdue', month: 6 })].map(
        (view) => JSON.parse(JSON.stringify(searchOfView(view))) as unknown,
      ),
    ).toEqual([{ nhom: 'linh-vuc' }, { cap: 'luot', nhom: 'linh-vuc', den: 'qua-han', thang: 6 }])
  })

  it('leaves out what an old or mistyped address says, and keeps the rest', () => {
    expect(
      viewOfSearch(RegisterSearch.parse({ cap: 'luot', den: 'mau-tim', thang: 13, donVi: 'khong-co', tim: 2023, sap: ['han'] })),
    ).toEqual(viewWith({ level: 'share', text: '2023' }))
  })
})
