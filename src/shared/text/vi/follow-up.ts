import type { ProgressChannel } from '../../domain/progress.ts'
import type { TaskEventKind } from '../../domain/task-event.ts'
import type { DoneRule } from '../../domain/task-state.ts'
import type { UrgingStatus } from '../../domain/urging-letter.ts'
import { writeDay, writeMoment } from '../../language/day.ts'
import { organisationText } from './organisation.ts'

/** Words of following one task: its pane. */
export const followUpText = {
  proofFiles: 'PDF, Word, Excel, PowerPoint, ảnh quét hoặc tệp nén',
  pane: 'Chi tiết nhiệm vụ',
  closePane: 'Đóng phần chi tiết',
  gone: 'Nhiệm vụ này không có trong năm đang xem.',
  unknownAgency: '(cơ quan không còn trong danh bạ)',
  stt: (stt: number): string => `Nhiệm vụ ${stt}`,
  phrase: (phrase: string): string => `Thời hạn trên văn bản: “${phrase}”`,
  product: (product: string): string => `Sản phẩm: ${product}`,
  closed: (on: string): string => `Đã kết thúc theo dõi từ ${writeDay(on)}.`,
  doneOf: (done: number, total: number): string => `${done}/${total} đơn vị chủ trì đã xong`,
  notIssued: 'Kế hoạch chưa ban hành: chưa ghi tiến độ được.',

  source: 'Nguồn giao',
  noSource: 'Chưa gắn với câu nào của kế hoạch.',
  goToSentence: 'Mở câu này trong kế hoạch',

  shares: (count: number): string => `Phân công (${count})`,
  roles: { lead: 'chủ trì', coordinating: 'phối hợp' },
  lead: 'Chủ trì',
  coordinating: 'Phối hợp',
  waiting: 'chờ giao lại',
  ended: (on: string): string => `đến ${writeDay(on)}`,
  wholeTask: 'Toàn nhiệm vụ',
  dueWord: (due: string): string => `hạn ${writeDay(due)}`,
  dueMoved: (due: string, first: string): string => `hạn ${writeDay(due)} (hạn đầu ${writeDay(first)})`,
  noDue: 'không có ngày hạn',
  percent: (percent: number): string => `${percent}%`,

  history: (count: number): string => `Tiến độ đã ghi (${count})`,
  noHistory: 'Chưa có báo cáo nào.',
  happened: (on: string): string => writeDay(on),
  recorded: (at: string, by: string): string => `Ghi lúc ${writeMoment(at)}, ${by}`,
  verified: (at: string, by: string): string => `Đã xác nhận lúc ${writeMoment(at)}, ${by}`,
  unverified: 'Chưa xác nhận',
  corrected: 'Đã được đính chính',
  corrects: (on: string): string => `Đính chính báo cáo ngày ${writeDay(on)}`,
  channels: {
    agency: 'đơn vị tự báo cáo',
    letter: 'theo công văn',
    call: 'qua điện thoại',
    meeting: 'tại cuộc họp',
    form: 'theo phiếu cập nhật',
  } satisfies Readonly<Record<ProgressChannel, string>>,
  result: 'Kết quả',
  productDone: 'Sản phẩm',
  difficulty: 'Khó khăn, vướng mắc',
  proposal: 'Đề xuất, kiến nghị',
  explanation: 'Giải trình',
  correct: 'Đính chính',
  verify: 'Xác nhận',

  evidence: (count: number): string => `Tài liệu kiểm chứng (${count})`,
  noEvidence: 'Chưa có tài liệu nào.',
  openFile: (name: string): string => `Mở tệp ${name}`,
  noFile: 'không kèm tệp',
  untitled: 'Tài liệu không ghi tên',
  documentDay: (on: string): string => `ngày ${writeDay(on)}`,
  documentOf: (issuer: string): string => `của ${issuer}`,

  extensions: (count: number): string => `Gia hạn (${count})`,
  moved: (from: string, to: string): string => `${writeDay(from)} → ${writeDay(to)}`,
  firstDue: (on: string): string => `hạn đầu ${writeDay(on)}`,
  by: (document: string, on: string): string => `${document}, quyết định ngày ${writeDay(on)}`,

  events: (count: number): string => `Sự kiện (${count})`,
  since: (on: string): string => `từ ${writeDay(on)}`,
  newLead: (name: string): string => `Chủ trì mới: ${name}`,
  withdraw: 'Rút lại vì ghi nhầm',
  notCounted: 'Không còn hiệu lực',

  urgings: (count: number): string => `Đôn đốc (${count})`,
  urging: (number: string | null, symbol: string): string => `Công văn ${number === null ? '…' : number}/${symbol}`,
  urgingStatus: (status: UrgingStatus, sentOn: string | null): string =>
    status === 'draft'
      ? 'bản thảo, chưa gửi'
      : `${sentOn === null ? '' : `gửi ${writeDay(sentOn)}`}${status === 'withdrawn' ? ', đã rút' : ''}`,
  urged: (name: string, times: number | null): string => (times === null ? name : `${name} (lần ${times})`),
  andAgencies: (count: number): string => `và ${count} đơn vị khác`,

  more: 'Quyết định về nhiệm vụ…',
  doneRule: 'Cách tính hoàn thành…',
  rule: (rule: DoneRule): string =>
    rule.kind === 'all'
      ? 'Xong khi tất cả đơn vị chủ trì đã xong.'
      : rule.kind === 'some'
        ? `Xong khi có ít nhất ${rule.atLeast} đơn vị chủ trì đã xong.`
        : 'Xong theo đơn vị chủ trì đứng đầu.',
} as const

/** What each kind of event is called. */
export const eventNames: Readonly<Record<TaskEventKind, string>> = {
  'suspended': 'Tạm dừng',
  'resumed': 'Tiếp tục thực hiện',
  'stopped': 'Dừng hẳn, không thực hiện',
  'lead-changed': 'Chuyển chủ trì',
  'withdrawn': 'Rút lại sự kiện ghi nhầm',
}

/** Words of the forms by which progress and decisions are entered. */
export const followUpForm = {
  report: 'Ghi tiến độ',
  reportTitle: (count: number): string => (count === 1 ? 'Ghi tiến độ' : `Ghi tiến độ cho ${count} lượt phân công`),
  correctTitle: 'Đính chính báo cáo',
  correctHint: 'Báo cáo cũ vẫn giữ nguyên trong lịch sử, gạch ngang; báo cáo mới thay nó khi tính tình trạng.',
  applies: (names: string): string => `Áp dụng cho: ${names}`,
  andMore: (count: number): string => `và ${count} lượt khác`,
  who: 'Lượt phân công',
  allLeads: (count: number): string => `Tất cả ${count} đơn vị chủ trì`,
  due: 'Mốc',
  nearestDue: 'Mốc còn nợ gần nhất của từng đơn vị',
  state: 'Trạng thái',
  percent: 'Phần trăm',
  happenedOn: 'Ngày thực hiện',
  result: 'Kết quả thực hiện',
  product: 'Sản phẩm đã bàn giao',
  difficulty: 'Khó khăn, vướng mắc',
  proposal: 'Đề xuất, kiến nghị',
  explanation: 'Giải trình vì sao chưa có tài liệu kiểm chứng',
  channel: 'Nguồn tin',
  channels: { agency: 'Đơn vị tự báo cáo', letter: 'Công văn', call: 'Điện thoại', meeting: 'Cuộc họp' },
  basis: {
    agency: 'Văn bản đồng ý',
    letter: 'Công văn của đơn vị',
    call: 'Cuộc gọi (ai báo, số điện thoại)',
    meeting: 'Cuộc họp (giấy mời, biên bản)',
  },
  evidence: 'Tài liệu kiểm chứng',
  addEvidence: 'Thêm tài liệu',
  removeEvidence: 'Bỏ tài liệu này',
  evidenceOf: (ordinal: number): string => `Tài liệu ${ordinal}`,
  symbol: 'Số, ký hiệu',
  issuedOn: 'Ngày văn bản',
  issuer: 'Cơ quan ban hành',
  title: 'Tên, trích yếu',
  file: 'Tệp',
  chooseFile: 'Chọn tệp…',
  scan: 'Chọn bản quét…',
  dropHint: 'hoặc kéo tệp thả vào đây',
  removeFile: 'Bỏ tệp',
  oneFile: 'Mỗi dòng tài liệu nhận một tệp. Thả từng tệp một.',
  notAFile: 'Thứ vừa thả không phải là tệp trên máy này.',
  dayFormat: organisationText.dayFormat,
  dayWrong: organisationText.dayWrong,
  needsDay: 'Cần ghi ngày.',
  future: 'Ngày này chưa đến.',
  needsDocument: 'Cần số, ký hiệu của văn bản.',
  needsEvidence: '“Hoàn thành” cần một tài liệu kiểm chứng, hoặc một câu giải trình.',
  needsReason: 'Cần ghi lý do.',
  needsWho: 'Chọn lượt phân công.',
  needsAgency: 'Chọn cơ quan chủ trì mới.',
  percentWrong: 'Số từ 0 đến 100.',
  reported: (count: number): string => (count === 1 ? 'Đã ghi tiến độ.' : `Đã ghi tiến độ cho ${count} lượt phân công.`),
  correctedDone: 'Đã đính chính; báo cáo cũ vẫn còn trong lịch sử.',

  verifyTitle: 'Xác nhận tiến độ đã báo cáo',
  verifyHint: 'Báo cáo đã xác nhận thì khóa lại: không hoàn tác được, chỉ đính chính bằng báo cáo mới.',
  verify: 'Xác nhận',
  verifyCount: (count: number): string => `Xác nhận ${count} báo cáo`,
  nothingToVerify: 'Không có báo cáo nào chờ xác nhận.',
  verified: (count: number): string => `Đã xác nhận ${count} báo cáo.`,
  chooseAll: 'Chọn tất cả',
  noResult: 'không ghi kết quả',

  extend: 'Gia hạn',
  extendTitle: (count: number): string => (count === 1 ? 'Gia hạn' : `Gia hạn cho ${count} dòng đã chọn`),
  extendHint: 'Hạn đầu vẫn giữ; tình trạng tính theo hạn mới, tỷ lệ đúng hạn tính theo cả hai.',
  newDue: 'Hạn mới',
  decidedOn: 'Ngày quyết định',
  reason: 'Lý do',
  document: 'Văn bản cho gia hạn',
  scope: 'Áp dụng cho',
  wholeTask: 'Toàn nhiệm vụ (mọi đơn vị)',
  noDue: 'Nhiệm vụ không có ngày hạn nên không gia hạn được.',
  notLater: (due: string): string => `Phải sau hạn hiện nay ${writeDay(due)}.`,
  extended: (count: number): string => (count === 1 ? 'Đã gia hạn.' : `Đã gia hạn ${count} mốc.`),

  eventHints: {
    'suspended': 'Từ ngày này nhiệm vụ tạm dừng, không tính quá hạn, cho đến khi có văn bản cho tiếp tục.',
    'resumed': 'Từ ngày này nhiệm vụ được theo dõi trở lại.',
    'stopped': 'Từ ngày này phần chưa xong không thực hiện nữa; phần đã xong vẫn tính là xong.',
    'lead-changed': 'Cơ quan mới tiếp tục phần việc, kể cả tiến độ và gia hạn đã có; lịch sử của cơ quan cũ vẫn giữ.',
    'withdrawn': 'Sự kiện vẫn còn trong lịch sử, gạch ngang, và không còn được tính.',
  } satisfies Readonly<Record<TaskEventKind, string>>,
  eventDay: 'Có hiệu lực từ ngày',
  eventDocument: 'Văn bản quyết định',
  oldLead: 'Thay cơ quan chủ trì',
  newLead: 'Cơ quan chủ trì mới',
  noAgency: 'Không có cơ quan nào như vậy.',
  eventDone: 'Đã ghi sự kiện của nhiệm vụ.',

  ruleTitle: 'Khi nào nhiệm vụ được tính là hoàn thành',
  rules: {
    all: 'Tất cả đơn vị chủ trì đã xong',
    some: 'Một số đơn vị chủ trì đã xong',
    first: 'Theo đơn vị chủ trì đứng đầu',
  },
  atLeast: (total: number): string => `Ít nhất bao nhiêu trong ${total} đơn vị`,
  ruleDone: 'Đã đổi cách tính hoàn thành.',

  notIssued: 'Kế hoạch chưa ban hành nên chưa ghi được.',
  oneTask: 'Chọn một nhiệm vụ.',
} as const
