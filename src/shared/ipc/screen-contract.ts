import { z } from 'zod'
import { call } from './call.ts'

export const screenContract = {
  /** Prints the screen that is shown, as its style sheet lays it out on paper, to a PDF that opens in the office's own reader. */
  'screen.print': call(
    z.object({ what: z.enum(['dashboard', 'timeline', 'list']), year: z.number().int().min(1990).max(2200) }),
    z.object({ file: z.string() }),
  ),
}
