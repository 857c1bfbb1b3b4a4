import { readdirSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { AppError } from '#shared/app-error.ts'
import { closeWorkerPool } from '#main/documents/worker-pool.ts'
import { makeAgencyForms, readAgencyForms } from '#main/services/agency-form.ts'
import { acceptReturnedForm, type FormReadings } from '#main/services/agency-form-import.ts'
import { runCommand } from '#main/services/command.ts'
import { undo } from '#main/services/history.ts'
import { addProgress, readProgress } from '#main/services/progress.ts'
import { readRegister } from '#main/services/register.ts'
import { getAssignment, updateAssignment } from '#main/store/repositories/progress.ts'
import type { FormPreview } from '#shared/ipc/agency-form-contract.ts'
import { copyOf, issuedPlan, makeForms, manyAgencies, readForm, takeForm, unwatched } from '../../helpers/agency-forms.ts'
import { editForm, wellDone, type OpenForm } from '../../helpers/form-sheet.ts'
import { finance, justice } from '../../helpers/plan-workspace.ts'
import { snapshot } from '../../helpers/snapshot.ts'
import { anActor, temporaryFolder } from '../../helpers/workspace.ts'

afterAll(closeWorkerPool)

const actor = anActor()
const tasks = [
  { content: 'Rà soát văn bản quy phạm pháp luật', phrase: 'Quý II/2023' },
  { content: 'Báo cáo công tác cải cách hành chính', phrase: 'Thường xuyên, định kỳ báo cáo theo Quý' },
]
const year = { year: 2023, asOf: null }
const problemsOf = ({ problems }: FormPreview): readonly string[] => problems.map(({ at, code }) => `${at}: ${code}`)

/** What people do with a form. */
const right = ({ firstRow, fill }: OpenForm): void => fill(firstRow, wellDone)
const texts =
  (day: string) =>
  ({ firstRow, fill }: OpenForm): void =>
    fill(firstRow, { ...wellDone, happenedOn: day })
const twice =
  (percent: number) =>
  ({ sheet, firstRow, fill }: OpenForm): void => {
    fill(firstRow, wellDone)
    sheet.getRow(firstRow + 7).values = sheet.getRow(firstRow).values
    fill(firstRow + 7, { percent })
  }
const moved = (form: OpenForm): void => {
  right(form)
  // The column of results goes to the end, as a person does who cuts it out and pastes it.
  const at = form.sheet.getColumn('I')
  const values = at.values
  const target = form.sheet.getColumn(form.sheet.columnCount + 1)
  target.values = values
  form.sheet.spliceColumns(9, 1)
}
const hidden = (form: OpenForm): void => {
  texts('ngày 20 tháng 6 năm 2023')(form)
  form.sheet.getColumn(form.letter('difficulty')).hidden = true
}

describe('a form', () => {
  test('holds what an agency still owes, comes back, and changes exactly the rows it answers; the second time nothing', async () => {
    const { context } = await issuedPlan([justice.id, finance.id], tasks)
    const [file = ''] = await makeForms(context, temporaryFolder(), [justice.id])
    const told: unknown[] = []
    await editForm(file, ({ sheet, firstRow, letter, fill }) => {
      for (let row = firstRow; row <= sheet.rowCount; row += 1)
        told.push((['stt', 'role', 'due', 'last'] as const).map((column) => sheet.getCell(`${letter(column)}${row}`).text).join(' | '))
      fill(firstRow, wellDone)
    })
    const waiting = await readAgencyForms(context, year)
    const { preview, applied } = await takeForm(context, file)
    const once = await snapshot(context)
    const again = await takeForm(context, file)
    const register = await readRegister(context, year)
    expect({
      told,
      changes: preview.changes.map(({ row, before, after }) => ({ row, before, after })),
      counts: [preview.status, preview.same, preview.blank, applied],
      again: [again.preview.status, again.preview.same, again.applied],
      lights: register.tasks[0]?.shares.map(({ light }) => light),
      asked: [waiting, await readAgencyForms(context, year)].map(({ sent, back, agencies }) => [
        sent,
        back,
        agencies.map(({ name, open, form }) => [name, open, form?.answeredRows ?? null]),
      ]),
    }).toEqual({
      // Of a quarterly duty those until today and the next: nobody reports the fourth quarter in July.
      told: [
        '1 | Chủ trì | hạn 30/06/2023 | Chưa có',
        '2 | Chủ trì | Thường xuyên, định kỳ báo cáo theo Quý | Chưa có',
        '2 | Chủ trì | Quý I/2023, hạn 31/03/2023 | Chưa có',
        '2 | Chủ trì | Quý II/2023, hạn 30/06/2023 | Chưa có',
        '2 | Chủ trì | Quý III/2023, hạn 30/09/2023 | Chưa có',
      ],
      changes: [
        {
          row: 8,
          before: null,
          after: {
            state: 'done',
            percent: 100,
            happenedOn: '2023-06-20',
            result: 'Đã rà soát 12 văn bản',
            product: 'Báo cáo',
            difficulty: '',
            proposal: '',
            explanation: '',
            document: '12/BC-STP ngày 21/06/2023: Báo cáo kết quả rà soát',
          },
        },
      ],
      counts: ['ready', 0, 4, 1],
      again: ['nothing-new', 1, 0],
      lights: ['done-on-time', 'overdue'],
      asked: [
        [
          1,
          0,
          [
            ['Sở Tài chính', 5, null],
            ['Sở Tư pháp', 5, 0],
          ],
        ],
        [
          1,
          1,
          [
            ['Sở Tài chính', 5, null],
            ['Sở Tư pháp', 4, 1],
          ],
        ],
      ],
    })
    expect(await snapshot(context)).toEqual(once)
  })

  test('is taken as one step that can be taken back, and may then be taken again', async () => {
    const { context } = await issuedPlan([justice.id], tasks)
    const [file = ''] = await makeForms(context, temporaryFolder(), [justice.id])
    await editForm(file, ({ firstRow, fill }) => [0, 2, 3].forEach((row) => fill(firstRow + row, wellDone)))
    const before = await snapshot(context)
    const first = await takeForm(context, file)
    await undo(context, actor)
    const back = await snapshot(context)
    const second = await takeForm(context, file)
    expect([first.applied, second.applied, back]).toEqual([3, 3, before])
  })

  test('sent again with other words corrects its earlier row; an older copy that turns up later changes nothing', async () => {
    const { context } = await issuedPlan([justice.id], tasks.slice(0, 1))
    const folder = temporaryFolder()
    const [file = ''] = await makeForms(context, folder, [justice.id])
    const old = await editForm(
      file,
      ({ firstRow, fill }) => fill(firstRow, { ...wellDone, happenedOn: new Date(Date.UTC(2023, 6, 5)) }),
      `${folder}/cũ.xlsx`,
    )
    const mended = await editForm(file, ({ firstRow, fill }) => fill(firstRow, wellDone), `${folder}/mới.xlsx`)
    await takeForm(context, old)
    const late = await readRegister(context, year)
    const { preview } = await takeForm(context, mended)
    const stale = await takeForm(context, old)
    const [task] = (await readRegister(context, year)).tasks
    if (task === undefined) throw new Error('no task')
    const { progress } = await readProgress(context, { taskId: task.taskId })
    expect({
      lights: [late.tasks[0]?.light, task.light],
      notes: preview.changes[0]?.notes,
      stale: [stale.applied, stale.preview.notes],
      entries: progress.map(({ happenedOn, channel, correctsId }) => [happenedOn, channel, correctsId !== null]),
    }).toEqual({
      lights: ['done-late', 'done-on-time'],
      notes: ['Ô F8: thay lần đã nhận từ phiếu này (10/07/2023).'],
      stale: [0, ['Ô F8: nội dung này đã nhận trước đây và đã có lần gửi sau thay; không nhận lại.']],
      entries: [
        ['2023-06-20', 'form', true],
        ['2023-07-05', 'form', false],
      ],
    })
  })

  test('shows what was last said, old beside new, and says so when the office knows something newer', async () => {
    const { context } = await issuedPlan([justice.id], tasks.slice(0, 1))
    const [task] = (await readRegister(context, year)).tasks
    const assignmentId = task?.shares[0]?.assignmentId
    if (assignmentId === null || assignmentId === undefined) throw new Error('no share')
    await addProgress(context, actor, {
      assignmentId,
      due: null,
      happenedOn: '2023-07-01',
      state: 'in-progress',
      percent: 80,
      result: 'Đã trình',
      product: '',
      difficulty: '',
      proposal: '',
      explanation: '',
      evidence: [],
      channel: 'call',
      basis: null,
      correctsId: null,
    })
    const [file = ''] = await makeForms(context, temporaryFolder(), [justice.id])
    let last: unknown
    await editForm(file, ({ sheet, firstRow, letter, fill }) => {
      last = sheet.getCell(`${letter('last')}${firstRow}`).value
      fill(firstRow, wellDone)
    })
    const [change] = (await readForm(context, file)).changes
    expect([last, change?.before?.state, change?.before?.percent, change?.notes]).toEqual([
      'Đang thực hiện 80% (01/07/2023): Đã trình',
      'in-progress',
      80,
      ['Ô H8: đã có báo cáo mới hơn, ngày 01/07/2023; dòng này được ghi theo ngày của nó.'],
    ])
  })

  test('keeps the rules of every report: proof or a word why, a document for a pause, nothing tomorrow', async () => {
    const { context } = await issuedPlan([justice.id], tasks)
    const [file = ''] = await makeForms(context, temporaryFolder(), [justice.id])
    const { documentSymbol: _symbol, documentDay: _day, documentTitle: _title, ...unproved } = wellDone
    await editForm(file, ({ firstRow, fill }) => {
      fill(firstRow, unproved)
      fill(firstRow + 1, { state: 'Tạm dừng', happenedOn: '30/6/2023', documentTitle: 'Công văn đồng ý' })
      fill(firstRow + 2, { ...wellDone, happenedOn: new Date(Date.UTC(2023, 6, 11)) })
      fill(firstRow + 3, { result: 'Đang làm' })
      fill(firstRow + 4, { ...unproved, explanation: 'Kết quả thể hiện trên Cổng thông tin điện tử' })
    })
    const preview = await readForm(context, file)
    expect([preview.status, preview.changes, problemsOf(preview), preview.problems[0]]).toEqual([
      'refused',
      [],
      ['M8: evidence-missing', 'M9: document-missing', 'H10: day-in-future', 'F11: state-missing', 'H11: day-missing'],
      {
        at: 'M8',
        code: 'evidence-missing',
        says: 'Ô M8: “Hoàn thành” chưa có văn bản kiểm chứng.',
        wayOut: 'Ghi số, ký hiệu, ngày, tên văn bản; không có thì điền cột Giải trình.',
      },
    ])
    expect((await takeForm(context, file)).applied).toBe(0)
  })

  test('that asks for a pause keeps the document it rests on', async () => {
    const { context } = await issuedPlan([justice.id], tasks.slice(0, 1))
    const [file = ''] = await makeForms(context, temporaryFolder(), [justice.id])
    await editForm(file, ({ firstRow, fill }) =>
      fill(firstRow, {
        state: 'Tạm dừng',
        happenedOn: '30/6/2023',
        documentSymbol: '77/UBND-NC',
        documentDay: '28/6/2023',
        documentTitle: 'V/v tạm dừng',
      }),
    )
    await takeForm(context, file)
    const [task] = (await readRegister(context, year)).tasks
    if (task === undefined) throw new Error('no task')
    const { progress } = await readProgress(context, { taskId: task.taskId })
    expect([task.light, progress[0]?.basis, progress[0]?.evidenceIds]).toEqual([
      'paused',
      { symbol: '77/UBND-NC', issuedOn: '2023-06-28', issuer: 'Sở Tư pháp', title: 'V/v tạm dừng' },
      [],
    ])
  })
})

test('an agency that answers on an older form after a newer one was sent has answered', async () => {
  const { context, setNow } = await issuedPlan([justice.id], tasks.slice(0, 1))
  const folder = temporaryFolder()
  const [older = ''] = await makeForms(context, folder, [justice.id])
  setNow('2023-07-11T03:00:00.000Z')
  await makeForms(context, folder, [justice.id])
  const waiting = await readAgencyForms(context, year)
  await editForm(older, right)
  setNow('2023-07-12T03:00:00.000Z')
  await takeForm(context, older)
  const { agencies, sent, back } = await readAgencyForms(context, year)
  expect([waiting.back, sent, back, agencies.map(({ made, form }) => [made, form?.answeredAt])]).toEqual([
    0,
    1,
    1,
    [[2, '2023-07-12T03:00:00.000Z']],
  ])
})

describe('what a form may not do', () => {
  test('rows of another agency, edited or swapped ids, rows sorted apart from their task and added rows are refused by cell', async () => {
    const { context } = await issuedPlan([justice.id, finance.id], tasks)
    const folder = temporaryFolder()
    const [file = '', other = ''] = await makeForms(context, folder, [justice.id, finance.id])
    let foreign: readonly unknown[] = []
    await editForm(other, ({ sheet, firstRow }) => {
      foreign = (sheet.getRow(firstRow).values as unknown[]).slice()
    })
    await editForm(file, ({ sheet, firstRow, letter, fill }) => {
      const cell = (column: Parameters<OpenForm['letter']>[0], row: number) => sheet.getCell(`${letter(column)}${row}`)
      for (const row of [0, 1, 2, 3, 4]) fill(firstRow + row, wellDone)
      sheet.getRow(firstRow).values = foreign as never
      fill(firstRow, wellDone)
      cell('dueKey', firstRow + 1).value = cell('dueKey', firstRow + 2).value
      cell('check', firstRow + 2).value = '0123456789abcdef'
      cell('content', firstRow + 3).value = tasks[0]?.content ?? ''
      cell('formId', firstRow + 4).value = '018f0000-0000-7000-8000-000000000000'
      fill(firstRow + 5, wellDone)
    })
    const preview = await readForm(context, file)
    expect(preview.problems.map(({ says }) => says)).toEqual([
      'Ô B8: dòng này của phiếu khác (Sở Tài chính).',
      'Ô T9: “Mã kiểm tra” của dòng này đã bị sửa.',
      'Ô T10: “Mã kiểm tra” của dòng này đã bị sửa.',
      'Ô B11: nội dung ở đây không khớp với mã của dòng (phiếu gốc ghi “2. Báo cáo công tác cải cách hành chính”).',
      'Ô Q12: “Mã phiếu” của dòng này đã bị sửa.',
      'Ô F13: dòng này do đơn vị tự thêm, không thuộc nhiệm vụ nào của phiếu.',
    ])
  })

  test('a form of another year, of another workspace, or no form at all is told as that', async () => {
    const { context } = await issuedPlan([justice.id], tasks)
    const elsewhere = await issuedPlan([justice.id], tasks)
    const folder = temporaryFolder()
    const [file = ''] = await makeForms(context, folder, [justice.id])
    await editForm(file, ({ firstRow, fill }) => fill(firstRow, wellDone))
    const plain = await editForm(
      file,
      ({ book }) => {
        for (const sheet of book.worksheets) book.removeWorksheet(sheet.id)
        book.addWorksheet('Báo cáo').addRow(['Báo cáo', 'của', 'đơn vị'])
      },
      `${folder}/khác.xlsx`,
    )
    const told = [
      await readForm(context, file, new Map(), 2024),
      await readForm(elsewhere.context, file),
      await readForm(context, plain),
    ].map(({ problems }) => problems.map(({ says }) => says))
    expect(told).toEqual([
      ['Ô A1: phiếu này của năm 2023.'],
      ['Ô Q8: phiếu này không do dữ liệu đang mở lập ra, hoặc mã phiếu đã bị sửa.'],
      ['Tệp: tệp này không phải Phiếu cập nhật tiến độ do chương trình lập, hoặc đã mất cả dòng tiêu đề.'],
    ])
  })

  test('the same task told twice, once the same and once otherwise, is taken once or refused', async () => {
    const { context } = await issuedPlan([justice.id], tasks)
    const folder = temporaryFolder()
    const [file = ''] = await makeForms(context, folder, [justice.id])
    const same = await readForm(context, await editForm(file, twice(100), `${folder}/1.xlsx`))
    const other = await readForm(context, await editForm(file, twice(50), `${folder}/2.xlsx`))
    expect([same.changes.length, same.notes, problemsOf(other)]).toEqual([
      1,
      ['Ô F15: dòng này lặp lại dòng 8; chỉ lấy một lần.'],
      ['F15: row-twice'],
    ])
  })

  test('ids that were deleted, and a share that went to another body since, are told; nothing is taken', async () => {
    const { context } = await issuedPlan([justice.id], tasks)
    const folder = temporaryFolder()
    const [file = ''] = await makeForms(context, folder, [justice.id])
    await editForm(file, right)
    const without = await editForm(
      file,
      ({ sheet, letter }) => sheet.spliceColumns(sheet.getColumn(letter('formId')).number, 1),
      `${folder}/1.xlsx`,
    )
    const gone = await editForm(
      file,
      ({ sheet, firstRow, letter }) => {
        sheet.getCell(`${letter('check')}${firstRow}`).value = null
      },
      `${folder}/2.xlsx`,
    )
    const told = [await readForm(context, without), await readForm(context, gone)].map(({ problems }) => problems.map(({ says }) => says))
    const [task] = (await readRegister(context, year)).tasks
    const assignmentId = task?.shares[0]?.assignmentId
    if (assignmentId === null || assignmentId === undefined) throw new Error('no share')
    await runCommand(context, actor, { command: 'test.end', undoable: false }, async (trace) =>
      updateAssignment(trace, { ...(await getAssignment(trace.trx, assignmentId)), endedOn: '2023-07-01', endedBecause: 'agency-ended' }),
    )
    const ended = await takeForm(context, file)
    expect([...told, ended.preview.problems.map(({ says }) => says), ended.applied]).toEqual([
      ['Ô Q7: thiếu cột “Mã phiếu” (cột đã bị xóa).'],
      ['Ô T8: mất “Mã kiểm tra” của dòng này.'],
      ['Ô B8: đơn vị không còn được giao việc này từ 01/07/2023.'],
      0,
    ])
  })

  test('a reading that was taken, or that never was, is not taken again', async () => {
    const { context } = await issuedPlan([justice.id], tasks)
    const [file = ''] = await makeForms(context, temporaryFolder(), [justice.id])
    await editForm(file, ({ firstRow, fill }) => fill(firstRow, wellDone))
    const readings: FormReadings = new Map()
    const [one, two] = [await readForm(context, file, readings), await readForm(context, file, readings)]
    const applied = [
      (await acceptReturnedForm(context, actor, readings, one.id)).applied,
      (await acceptReturnedForm(context, actor, readings, two.id)).applied,
      await acceptReturnedForm(context, actor, readings, one.id).catch((error: unknown) => (error as AppError).code),
    ]
    expect(applied).toEqual([1, 0, 'form-read-again'])
  })
})

test('forms go beside files of the same name, and a stopped making leaves neither file nor record', async () => {
  const { context } = await issuedPlan([justice.id, finance.id], tasks)
  const folder = temporaryFolder()
  await makeForms(context, folder, [justice.id])
  await makeForms(context, folder, [justice.id])
  const stopped = new AbortController()
  const work = makeAgencyForms(context, actor, { ...year, agencyIds: [justice.id, finance.id], leadOnly: false }, folder, {
    signal: stopped.signal,
    tell: (done) => {
      if (done === 1) stopped.abort()
    },
  })
  const failed = await work.catch((error: unknown) => (error instanceof AppError ? error.code : error))
  const { agencies } = await readAgencyForms(context, year)
  expect([failed, readdirSync(folder).toSorted(), agencies.map(({ name, made }) => [name, made])]).toEqual([
    'cancelled',
    ['Phiếu cập nhật 2023 - Sở Tư pháp (2).xlsx', 'Phiếu cập nhật 2023 - Sở Tư pháp.xlsx'],
    [
      ['Sở Tài chính', 0],
      ['Sở Tư pháp', 2],
    ],
  ])
  await expect(
    makeAgencyForms(context, actor, { ...year, agencyIds: [justice.id], leadOnly: false }, `${folder}/không có`, unwatched),
  ).rejects.toMatchObject({ code: 'file-not-writable' })
  expect((await readAgencyForms(context, year)).agencies.map(({ made }) => made)).toEqual([0, 2])
})

describe('thirty-one forms', () => {
  test('go out; 26 come back right, five of them with moved columns or dates as text, 5 damaged: 26 applied, 5 told cell by cell; then nothing changes', async () => {
    const others = manyAgencies(31)
    const { context } = await issuedPlan(
      others.map(({ id }) => id),
      tasks.slice(0, 1),
      others,
    )
    const folder = temporaryFolder()
    const files = await makeForms(
      context,
      folder,
      others.map(({ id }) => id),
    )
    const unusual = [moved, texts('20/6/2023'), texts('20.06.2023'), texts('2023-06-20'), hidden]
    const damaged: readonly ((form: OpenForm) => void)[] = [
      (form) => {
        right(form)
        form.sheet.spliceColumns(8, 1)
      },
      (form) => {
        right(form)
        form.sheet.mergeCells(`I${form.firstRow}:J${form.firstRow}`)
      },
      (form) => {
        right(form)
        form.sheet.getCell(`T${form.firstRow}`).value = '0000000000000000'
      },
      texts('6/20/2023'),
      ({ firstRow, fill }) => fill(firstRow, { ...wellDone, state: 'Xong', percent: 0.85, documentSymbol: { error: '#REF!' } }),
    ]
    for (const [index, file] of files.entries()) await editForm(file, [...damaged, ...unusual][index] ?? right)
    const told: unknown[] = []
    let applied = 0
    for (const file of files) {
      const { preview, applied: rows } = await takeForm(context, file)
      applied += rows
      const notes = [...preview.notes, ...preview.changes.flatMap((change) => change.notes)]
      if (preview.status !== 'ready' || notes.length > 0)
        told.push(preview.status === 'ready' ? notes : preview.problems.map(({ says }) => says))
    }
    const after = await snapshot(context)
    let second = 0
    for (const file of files) second += (await takeForm(context, file)).applied
    const { sent, back } = await readAgencyForms(context, year)
    const [task] = (await readRegister(context, year)).tasks
    expect({ applied, second, sent, back, task: [task?.done, task?.total], told }).toEqual({
      applied: 26,
      second: 0,
      sent: 31,
      back: 26,
      task: [26, 31],
      told: [
        ['Ô H7: thiếu cột “Ngày hoàn thành hoặc ngày số liệu” (cột đã bị xóa).'],
        ['Ô I8: các ô I8:J8 bị gộp làm một.'],
        ['Ô T8: “Mã kiểm tra” của dòng này đã bị sửa.'],
        ['Ô H8: “6/20/2023” viết tháng trước ngày.'],
        ['Ô M8: công thức trong ô bị lỗi.'],
        ['Ô T7: cột “Kết quả thực hiện” đã bị chuyển chỗ; vẫn đọc theo tên cột.'],
        ['Ô H8: ngày ghi bằng chữ, hiểu là 20/06/2023.'],
        ['Ô H8: ngày ghi bằng chữ, hiểu là 20/06/2023.'],
        ['Ô H8: ngày ghi bằng chữ, hiểu là 20/06/2023.'],
        ['Ô K7: cột “Khó khăn, vướng mắc” bị ẩn; vẫn đọc số liệu trong cột.', 'Ô H8: ngày ghi bằng chữ, hiểu là 20/06/2023.'],
      ],
    })
    expect(await snapshot(context)).toEqual(after)
  }, 60_000)
})

test('a copy of a form is the same form', async () => {
  const { context } = await issuedPlan([justice.id], tasks)
  const folder = temporaryFolder()
  const [file = ''] = await makeForms(context, folder, [justice.id])
  await editForm(file, ({ firstRow, fill }) => fill(firstRow, wellDone))
  const copy = copyOf(file, folder, 'bản sao.xlsx')
  expect([(await takeForm(context, copy)).applied, (await takeForm(context, file)).applied]).toEqual([1, 0])
})
