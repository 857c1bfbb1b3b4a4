import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anchorAt,
  pointAt,
  scaleOf,
  stackOf,
  topOfAnchor,
  topOfPage,
  zoomFactor,
  zoomStep,
  type PagePlace,
  type PageStack,
} from '#renderer/ui/page-view/page-geometry.ts'

const upright = { widthPoints: 595, heightPoints: 842 }
const lying = { widthPoints: 842, heightPoints: 595 }
const stack = (...sizes: PageStack['sizes']): PageStack => stackOf(sizes, 1, 800)

test('every page fills the width of the view, and steps of zoom lead back', () => {
  const { scales } = stackOf([upright, lying], 'width', 800)
  expect([upright, lying].map((size, index) => Math.round(size.widthPoints * scales[index]!))).toEqual([776, 776])
  const width = zoomFactor('width', lying, 800)
  expect([zoomStep(1, 1), zoomStep(1.1, -1), zoomStep(width, 1), zoomStep(4, 1), zoomStep(0.25, -1)]).toEqual([1.1, 1, 0.75, 4, 0.25])
})

test('a height of the stack and a place on a page are the same thing said twice', () => {
  const sizes = fc.array(fc.constantFrom(upright, lying), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(sizes, fc.double({ min: 0.25, max: 4, noNaN: true }), fc.nat(60_000), (pages, factor, top) => {
      const one = stackOf(pages, factor, 800)
      const { page, topPoints } = pointAt(one, top)
      expect(topOfPage(one, page) + topPoints * scaleOf(one, page)).toBeCloseTo(top, 3)
    }),
  )
})

test('when lines are typed above, the sentence that is read stays at the same height of the view', () => {
  const before: readonly PagePlace[] = [
    { sourceId: 'a', page: 0, topPoints: 100 },
    { sourceId: 'b', page: 0, topPoints: 300 },
    { sourceId: 'c', page: 1, topPoints: 60 },
  ]
  const one = stack(upright, upright)
  const top = topOfPage(one, 0) + 310 * scaleOf(one, 0)
  const anchor = anchorAt(one, before, top)
  expect(anchor).toMatchObject({ sourceId: 'b' })
  const after: readonly PagePlace[] = [
    { sourceId: 'a', page: 0, topPoints: 100 },
    { sourceId: 'b', page: 1, topPoints: 57 },
    { sourceId: 'c', page: 1, topPoints: 260 },
  ]
  expect(topOfAnchor(stack(upright, upright, upright), after, anchor)).toBeCloseTo(topOfPage(one, 1) + 67 * scaleOf(one, 1), 6)
})

test('a sentence that is gone leaves the view where it is', () => {
  const one = stack(upright)
  const anchor = anchorAt(one, [{ sourceId: 'a', page: 0, topPoints: 10 }], 200)
  expect([topOfAnchor(one, [], anchor), topOfAnchor(stack(), [], { sourceId: null, page: 3, belowPoints: 0 })]).toEqual([null, null])
})
