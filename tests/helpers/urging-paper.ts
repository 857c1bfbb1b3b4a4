import type { AgencyId, AssignmentId, TaskId } from '#shared/domain/identifier.ts'
import type { UrgingLine, UrgingPaper } from '#shared/domain/urging-letter.ts'
import { urgingIssuers, usualRecipients } from '#shared/document/urging-issuer.ts'
import { id } from './records.ts'

/** One thing owed by the agency of a number, in a letter of 10 July 2023. */
export function urgingLine(number: number, agency: number, patch: Partial<UrgingLine> = {}): UrgingLine {
  return {
    assignmentId: id<AssignmentId>(0x400 + number),
    taskId: id<TaskId>(0x500 + number),
    due: 'm1',
    agencyId: id<AgencyId>(0x100 + agency),
    agencyName: ['Sở Tư pháp', 'Sở Y tế', 'UBND huyện Cao Lộc'][agency] ?? `Cơ quan mẫu số ${agency}`,
    role: 'lead',
    content: `Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý, đợt ${number}`,
    product: 'Báo cáo của cơ quan',
    givenBy: null,
    phrase: 'Quý II/2023',
    period: null,
    firstDue: '2023-06-30',
    lastDay: '2023-06-30',
    kind: 'overdue',
    silent: false,
    daysLate: 10,
    saidOn: null,
    percent: null,
    difficulty: '',
    times: 1,
    ...patch,
  }
}

const office = {
  provinceName: 'tỉnh Lạng Sơn',
  letterhead: { superior: [], issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH LẠNG SƠN'], place: 'Lạng Sơn' },
  draftingSymbol: 'NC',
  signatures: [{ authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: 'Người ký (mẫu)' }],
}

/** A letter of one of the three issuers, with the way to sign of that place in its list. */
export function urgingPaper(patch: Partial<UrgingPaper> = {}, signature = 0): UrgingPaper {
  const issuer = urgingIssuers(office, 'Sở Nội vụ').find(({ kind }) => kind === (patch.issuer ?? 'province'))!
  return {
    issuer: issuer.kind,
    letterhead: issuer.letterhead,
    symbol: issuer.symbol,
    issuerName: issuer.name,
    signature: { ...issuer.signatures[signature]!, name: 'Người ký (mẫu)' },
    recipients: usualRecipients('NC'),
    subject: '',
    opening: '',
    request: '',
    answerTo: 'Sở Nội vụ',
    answerBy: '2023-07-20',
    year: 2023,
    judgedOn: '2023-07-10',
    sizeSet: 'larger',
    basis: 'Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2023 của UBND tỉnh Lạng Sơn về cải cách hành chính tỉnh Lạng Sơn năm 2023',
    lines: [
      urgingLine(1, 0, { difficulty: 'Chưa có hướng dẫn của Bộ', saidOn: '2023-06-15', percent: 60, times: 2 }),
      urgingLine(2, 0, { firstDue: '2023-03-31', period: 'Quý II/2023' }),
      urgingLine(3, 1, { kind: 'due-soon', lastDay: '2023-07-20', daysLate: 0 }),
      urgingLine(4, 2, { kind: 'silent', lastDay: null, daysLate: 0, phrase: 'Thường xuyên', role: 'coordinating' }),
    ],
    ...patch,
  }
}
