import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { remindersOf, yearToRemind, type Reminder } from '#shared/domain/reminders.ts'
import { localDay } from '#shared/language/day.ts'
import { writeFileWhole } from '#main/files/write-file.ts'
import { listPlans } from '#main/store/repositories/plan.ts'
import type { Emit, ServiceContext } from './context.ts'
import { readRegister } from './register.ts'

/** What this machine remembers of reminding. */
const Kept = z.object({
  notify: z.boolean().default(true),
  keepInTray: z.boolean().default(false),
  /** The day the last notice was shown, by the machine's clock. */
  toldOn: z.string().nullable().default(null),
})
type Kept = z.infer<typeof Kept>

/** What the rounds of a day stand on. */
export interface ReminderParts {
  /** Where this machine keeps what it was told about reminding. */
  readonly file: string
  readonly now: () => Date
  /** The office's own workspace, or null while none is open: the sample is nobody's work, and nobody is reminded of it. */
  readonly office: () => Promise<ServiceContext | null>
  readonly emit: Emit
  /** Shows the system's notice; false where there is no way to. */
  readonly notify: (year: number, reminders: readonly Reminder[]) => boolean
}

/** Reminding without a server: what a program that is open can do by itself, once a day. */
export interface ReminderRounds {
  /** To be called at the start and every hour: tells once a day at most, and lets the window judge anew when the day has turned. */
  readonly round: () => Promise<void>
  readonly settings: () => Promise<Pick<Kept, 'notify' | 'keepInTray'>>
  readonly choose: (chosen: Pick<Kept, 'notify' | 'keepInTray'>) => Promise<Pick<Kept, 'notify' | 'keepInTray'>>
}

export function createReminderRounds({ file, now, office, emit, notify }: ReminderParts): ReminderRounds {
  let shownFor = localDay(now())

  /** One that is missing or not understood is as good as none, for nothing in it cannot be chosen again. */
  const read = async (): Promise<Kept> => {
    try {
      return Kept.parse(JSON.parse(await readFile(file, 'utf8')))
    } catch {
      return Kept.parse({})
    }
  }
  const write = async (kept: Kept): Promise<void> => {
    await mkdir(dirname(file), { recursive: true })
    await writeFileWhole(file, Buffer.from(`${JSON.stringify(kept, null, 2)}\n`))
  }
  /** Readings and writings one after the other: a choice and a round may come together. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }

  return {
    round: () =>
      inTurn(async () => {
        const today = localDay(now())
        if (today !== shownFor) {
          shownFor = today
          // Lights are judged by the day: what the window knows of them is of yesterday.
          emit('data.changed', { nouns: ['assignment'], command: 'day.turn' })
        }
        const kept = await read()
        if (!kept.notify || kept.toldOn === today) return
        const context = await office()
        if (context === null) return
        const found = await readReminders(context, today)
        if (found === null || found.reminders.length === 0) return
        if (notify(found.year, found.reminders)) await write({ ...kept, toldOn: today })
      }),
    settings: () => inTurn(read),
    choose: ({ notify: isTold, keepInTray }) =>
      inTurn(async () => {
        const kept = { ...(await read()), notify: isTold, keepInTray }
        await write(kept)
        return kept
      }),
  }
}

/** What must be acted on today in the year that is followed; null while no plan is issued. */
async function readReminders(
  context: ServiceContext,
  today: string,
): Promise<{ readonly year: number; readonly reminders: readonly Reminder[] } | null> {
  const year = yearToRemind(await listPlans(context.db), today)
  if (year === null) return null
  const register = await readRegister(context, { year, asOf: today })
  // Counts need neither names nor portfolios.
  return { year, reminders: remindersOf(register, { year, fields: [], agencies: [], groups: [], members: [] }) }
}
