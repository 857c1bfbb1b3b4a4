import { openToPrint } from '#main/services/export.ts'
import type { Desk } from './desk.ts'
import type { Handlers } from './handlers.ts'

/** Names of the printed files, as an office names its files: no accents, no spaces. */
const names = { dashboard: 'bang-dieu-hanh', timeline: 'dong-thoi-gian', list: 'danh-sach-nhiem-vu' } as const

/** One line a channel. */
export function screenHandlers(desk: Desk): Pick<Handlers, 'screen.print'> {
  return {
    'screen.print': async ({ what, year }) =>
      openToPrint(
        { bytes: await desk.printScreen(), notices: [], name: `${names[what]}-${year}.pdf` },
        desk.temporaryFolder,
        desk.openFile,
      ),
  }
}
