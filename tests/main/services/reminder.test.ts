import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { remindersOf, yearToRemind, type Reminder } from '#shared/domain/reminders.ts'
import { applyView } from '#shared/domain/register-rows.ts'
import { reminderText } from '#shared/text/vi/reminder.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { readRegister } from '#main/services/register.ts'
import { createReminderRounds } from '#main/services/reminder.ts'
import { makeFollowedYear, type IssuedYear } from '../../helpers/followed-year.ts'

const folder = mkdtempSync(join(tmpdir(), 'cchc-reminder-'))
let year: IssuedYear
beforeAll(async () => {
  year = await makeFollowedYear(join(folder, 'year'), { updates: 120, extensions: 8, evidenceFiles: 2 })
}, 60_000)
afterAll(async () => {
  await year.close()
  await closeWorkerPool()
  rmSync(folder, { recursive: true, force: true })
})

const nobody = { year: 2023, fields: [], agencies: [], groups: [], members: [] }

test('a reminder counts the rows that it opens', async () => {
  const register = await readRegister(year.context, { year: 2023, asOf: '2023-06-30' })
  const reminders = remindersOf(register, nobody)
  expect(reminders.map(({ kind }) => kind)).toEqual(['overdue', 'due-soon', 'silent'])
  expect(reminders.map(({ tasks }) => tasks)).toEqual(reminders.map(({ view }) => applyView(register, view, nobody).counts.rows))
  expect(reminders.every(({ shares, agencies }) => shares >= agencies && agencies > 0)).toBe(true)
})

test('the year that is followed is the day’s own, else the newest that was issued', () => {
  const plans = [
    { year: 2024, status: 'drafting' },
    { year: 2023, status: 'issued' },
    { year: 2022, status: 'issued' },
  ] as const
  expect([yearToRemind(plans, '2022-05-01'), yearToRemind(plans, '2024-05-01'), yearToRemind(plans.slice(0, 1), '2024-05-01')]).toEqual([
    2022,
    2023,
    null,
  ])
})

describe('a program that stays open', () => {
  let moment: Date
  let told: readonly string[]
  let turned: number
  let file: string
  const rounds = (office: 'open' | 'none' = 'open', isSupported = true) =>
    createReminderRounds({
      file,
      now: () => moment,
      office: async () => (office === 'open' ? year.context : null),
      emit: () => {
        turned += 1
      },
      notify: (of: number, reminders: readonly Reminder[]) => {
        if (isSupported) told = [...told, `${reminderText.title(of)}: ${reminderText.notice(reminders)}`]
        return isSupported
      },
    })
  beforeEach(() => {
    moment = new Date(2023, 5, 30, 8)
    told = []
    turned = 0
    file = join(mkdtempSync(join(folder, 'machine-')), 'reminders.json')
  })

  test('tells once a day, also after it was started again, and again on the next day', async () => {
    const first = rounds()
    await Promise.all([first.round(), first.round()])
    moment = new Date(2023, 5, 30, 9)
    await rounds().round()
    expect({ times: told.length, turned }).toEqual({ times: 1, turned: 0 })
    expect(told[0]).toMatch(/^Việc cần nhắc hôm nay, năm 2023: \d+ nhiệm vụ quá hạn, \d+ nhiệm vụ sắp đến hạn, \d+ nhiệm vụ chưa cập nhật$/)
    moment = new Date(2023, 6, 1, 8)
    await first.round()
    await first.round()
    expect({ times: told.length, turned }).toEqual({ times: 2, turned: 1 })
  })

  test('keeps quiet when it was told to, where nothing is open, and tells later what it could not tell', async () => {
    const quiet = rounds()
    await quiet.choose({ notify: false, keepInTray: true })
    await quiet.round()
    await rounds('none').round()
    expect([told.length, await rounds().settings()]).toMatchObject([0, { notify: false, keepInTray: true }])
    await quiet.choose({ notify: true, keepInTray: true })
    await rounds('open', false).round()
    await rounds().round()
    expect(told.length).toBe(1)
  })
})
