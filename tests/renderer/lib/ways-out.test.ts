import { expect, test, vi } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import { wayOutOf } from '../../../src/renderer/src/lib/ways-out.ts'

/** Where the button of a failure leads, seen from an address. */
function leadsTo(error: unknown, address: string): string | null {
  const assign = vi.fn<(target: string) => void>()
  vi.stubGlobal('location', { hash: address, assign })
  const way = wayOutOf(error, address)
  way?.run()
  vi.unstubAllGlobals()
  return way === null ? null : `${way.label} → ${assign.mock.calls[0]?.[0] ?? ''}`
}

test('a failure leads to the place where it is mended: of the plan on the screen, or to the list when none is', () => {
  const locked = new AppError('plan-not-editable', { status: 'issued' })
  expect([
    leadsTo(locked, '#/ke-hoach/0198/phu-luc?nhiemVu=1'),
    leadsTo(locked, '#/tong-quan'),
    leadsTo(new AppError('task-without-lead', { count: 2 }), '#/ke-hoach/0198'),
    leadsTo(new AppError('agency-not-active', { name: 'Sở Tài chính', on: '01/3/2025', successor: null }), '#/'),
    leadsTo(new AppError('undo-blocked', { command: 'task.update', by: 'A' }), '#/'),
    leadsTo(new AppError('file-old-word', { file: 'a.doc' }), '#/'),
    leadsTo(new Error('defect'), '#/'),
  ]).toEqual([
    'Mở thẻ Ban hành → #/ke-hoach/0198/ban-hanh',
    'Mở thẻ Ban hành → #/ke-hoach',
    'Xem việc chưa phân công → #/ke-hoach/0198/phu-luc?khung=do-phu',
    'Xem cơ quan này → #/don-vi?het=1&tim=S%E1%BB%9F%20T%C3%A0i%20ch%C3%ADnh',
    'Xem nhật ký → #/cai-dat?the=nhat-ky',
    null,
    null,
  ])
})
