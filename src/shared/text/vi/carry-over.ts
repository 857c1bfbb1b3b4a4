import type { CarryQuestion, CarryVerdict } from '../../domain/carry-over.ts'
import type { Leftover, LeftoverKind, LeftoverOffer, LeftoverPlace, LeftoverReason } from '../../domain/leftover.ts'
import { writeDay } from '../../language/day.ts'
import { planText } from './plan.ts'

const kinds: Readonly<Record<LeftoverKind, string>> = {
  'year': 'Năm cũ trong văn bản',
  'date': 'Ngày, tháng của năm cũ',
  'task-year': 'Năm cũ trong nhiệm vụ',
  'deadline': 'Thời hạn của năm cũ',
  'agency': 'Cơ quan không còn hoạt động',
  'finished-task': 'Nhiệm vụ đã kết thúc',
  'own-number': 'Số, ký hiệu của kế hoạch cũ',
  'signer': 'Người ký',
  'citation': 'Văn bản viện dẫn',
}

const verdicts: Readonly<Record<CarryVerdict, string>> = { kept: 'Giữ', changed: 'Cập nhật', dropped: 'Bỏ', new: 'Mới' }

const questions: Readonly<Record<CarryQuestion, string>> = {
  closed: 'Đã kết thúc',
  running: 'Còn thực hiện',
  due: 'Hạn trong năm cũ, chưa rõ đã xong',
  unknown: 'Chưa rõ thời hạn',
}

const columns: Readonly<Record<string, string>> = {
  task: 'nội dung',
  product: 'sản phẩm',
  deadline: 'thời hạn',
  lead: 'chủ trì',
  coordinating: 'phối hợp',
}

/** Why a leftover is one: one sentence. */
export function sayReason(reason: LeftoverReason): string {
  switch (reason.why) {
    case 'old-year':
      return `Còn năm ${reason.oldYear} của kế hoạch cũ; kế hoạch này của năm ${reason.newYear}.`
    case 'cited-title':
      return `Năm ${reason.oldYear} có thể nằm trong tên văn bản viện dẫn: giữ nguyên nếu đúng vậy.`
    case 'period-ends':
      return `Giai đoạn kết thúc vào năm ${reason.oldYear}: kiểm tra còn đúng với năm ${reason.newYear} không.`
    case 'agency-gone':
      if (reason.successors.length === 1 && reason.successors[0] === reason.name)
        return `${reason.name} cũ kết thúc ngày ${reason.last === null ? '…' : writeDay(reason.last)}; cơ quan kế thừa cùng tên: chữ giữ nguyên, gắn lại với cơ quan mới.`
      return `${reason.name} không còn hoạt động từ sau ngày ${reason.last === null ? '…' : writeDay(reason.last)}${
        reason.successors.length === 0 ? '; chưa có cơ quan kế thừa trong danh mục.' : `; kế thừa: ${reason.successors.join(', ')}.`
      }`
    case 'agency-not-yet':
      return `${reason.name} chỉ hoạt động từ ngày ${writeDay(reason.first)}.`
    case 'check-citation':
      return reason.times === 1
        ? 'Kiểm tra văn bản còn hiệu lực không.'
        : `Kiểm tra văn bản còn hiệu lực không (viện dẫn ${reason.times} chỗ).`
    case 'citation-lapsed':
      return reason.how === 'expired'
        ? 'Văn bản đã hết hiệu lực.'
        : `Văn bản đã được thay thế${reason.by === null ? '.' : ` bởi ${reason.by}.`}`
    case 'own-number':
      return `Đây là số của kế hoạch năm ${reason.oldYear}.`
    case 'same-signer':
      return 'Người ký giống kế hoạch cũ: kiểm tra còn đúng người không.'
    case 'task-closed':
      return `Nhiệm vụ đã kết thúc ngày ${writeDay(reason.on)}${reason.note === '' ? '' : ` (${reason.note})`}.`
    default:
      return reason satisfies never
  }
}

/** What a click on an offer does. */
export function sayOffer(offer: LeftoverOffer, match: string): string {
  switch (offer.kind) {
    case 'words':
      return `→ ${offer.words}`
    case 'party':
      return offer.words === match ? `${offer.words} (cơ quan mới)` : `→ ${offer.words}`
    case 'drop-task':
      return 'Bỏ khỏi kế hoạch'
    case 'renew-task':
      return 'Làm lại năm nay'
    default:
      return offer satisfies never
  }
}

/** Where a leftover stands: "II.3.6", "Phụ lục 2.3, thời hạn", "Nơi nhận". */
export function sayPlace(place: LeftoverPlace, address: string): string {
  switch (place.where) {
    case 'subject':
      return 'Trích yếu'
    case 'provision': {
      const sentence = address === '' ? planText.kinds[place.kind] : address
      return place.footnoteId === null ? sentence : `${sentence}, cước chú`
    }
    case 'appendix-title':
      return 'Tên phụ lục'
    case 'task':
      return `Phụ lục ${address}, ${columns[place.column] ?? place.column.replace(/^extra:/, '')}`
    case 'recipient':
      return 'Nơi nhận'
    case 'signer':
      return 'Người ký'
    default:
      return place satisfies never
  }
}

/** A leftover as one line, for the issue dialog and the command line. */
export function sayLeftover(leftover: Leftover): string {
  const [place] = leftover.places
  const words = `${leftover.before}${leftover.kind === 'citation' || leftover.kind === 'own-number' ? '' : leftover.match}${leftover.after}`
  const shown = leftover.kind === 'citation' || leftover.kind === 'own-number' ? leftover.match : words
  return `${place === undefined ? '' : sayPlace(place, leftover.address)}: “${shown}”. ${sayReason(leftover.reason)}`
}

/** Words of making a plan from an older one, of the pane "Việc cần rà" and of closing tasks. */
export const carryOverText = {
  kinds,
  verdicts,
  questions,
  columns,
  pane: 'Việc cần rà',
  clone: 'Lập kế hoạch năm sau từ kế hoạch này…',
  cloneHint: 'Bản thảo cho năm sau, với danh sách những chỗ còn của năm cũ.',
  menuOf: (year: number): string => `Việc khác với kế hoạch ${year}`,
  cloneTitle: 'Lập kế hoạch năm sau',
  cloneFrom: (year: number, subject: string): string => `Từ kế hoạch năm ${year}: ${subject}`,
  cloneYear: 'Năm của kế hoạch mới',
  cloneYearLater: (year: number): string => `Chọn năm sau ${year}.`,
  cloneWill: [
    'Chép toàn bộ câu chữ, cước chú, phụ lục và nhiệm vụ sang một bản thảo mới; kế hoạch cũ không thay đổi.',
    'Nhiệm vụ đi tiếp cùng lịch sử của nó; anh/chị quyết định từng nhiệm vụ: giữ, sửa hay bỏ.',
    'Trích yếu và tên phụ lục ghi năm mới; cơ quan tính theo ngày 01/01 của năm mới.',
    'Danh sách “Việc cần rà” chỉ ra từng chỗ còn năm cũ, cơ quan cũ, văn bản cần kiểm tra. Danh sách tự đánh dấu khi sửa xong.',
  ],
  cloneAction: 'Lập bản thảo',
  cloned: (year: number, count: number): string => `Đã lập bản thảo kế hoạch năm ${year}; còn ${count} việc cần rà.`,
  cloneAlready: (year: number): string => `Năm ${year} đã có kế hoạch. Bản thảo mới sẽ là bản thứ hai của năm đó.`,
  planOf: (year: number): string => `kế hoạch năm ${year}`,
  cloneAfterImport: (year: number): string => `Lập kế hoạch năm ${year} từ bản này`,
  cloneNoSource: 'Chọn kế hoạch cũ ở danh sách kế hoạch.',
  notCloned: 'Kế hoạch này không lập từ kế hoạch nào khác.',
  notClonedText:
    'Lập kế hoạch năm sau từ kế hoạch của năm trước thì ở đây có danh sách những chỗ còn năm cũ, cơ quan cũ, văn bản cần kiểm tra.',
  nothingLeft: 'Không còn việc nào cần rà.',
  madeFrom: (year: number, number: string): string => (number === '' ? `Từ kế hoạch năm ${year}` : `Từ kế hoạch năm ${year}, số ${number}`),
  progress: (done: number, total: number): string => `${done}/${total}`,
  progressLabel: (done: number, total: number): string => `Đã xong ${done} trong ${total} việc cần rà`,
  redLeft: (count: number): string => (count === 0 ? 'Không còn chỗ phải sửa' : `${count} chỗ phải sửa trước khi ban hành`),
  views: { review: 'Cần rà', tasks: 'Nhiệm vụ', sentences: 'Câu' },
  viewsLabel: 'Danh sách',
  onlyRed: 'Chỉ chỗ phải sửa',
  groupCount: (done: number, total: number): string => `${done}/${total}`,
  settleAll: (count: number): string => `Sửa cả ${count} chỗ…`,
  keepAll: (count: number): string => `Đã kiểm tra cả ${count}`,
  settleTitle: (count: number): string => `Sửa ${count} chỗ cùng lúc`,
  settleHint: 'Bỏ dấu ở chỗ muốn giữ nguyên. Hoàn tác được bằng Ctrl+Z.',
  settleChosen: (count: number): string => `Sửa ${count} chỗ`,
  settled: (count: number): string => `Đã sửa ${count} chỗ`,
  settleOne: 'Sửa',
  notSure: 'cần xem lại',
  doneCount: (count: number): string => `${count} việc đã xong`,
  gone: 'Chữ này không còn ở đó',
  keptBecause: (reason: string): string => (reason === '' ? 'Giữ nguyên' : `Giữ nguyên: ${reason}`),
  late: 'mới xuất hiện',
  keep: 'Giữ nguyên…',
  seen: 'Đã kiểm tra',
  keepReason: 'Lý do giữ nguyên',
  keepConfirm: 'Giữ nguyên',
  kept: (count: number): string => (count === 1 ? 'Đã ghi nhận giữ nguyên' : `Đã ghi nhận ${count} chỗ giữ nguyên`),
  reopen: 'Rà lại',
  goThere: 'Đến chỗ này',
  keys: '↑ ↓ chọn · Enter đến chỗ · Ctrl+Enter sửa · Delete giữ nguyên',
  severity: { red: 'Phải sửa', amber: 'Nên xem' },
  done: 'Đã xong',
  verdictCount: (name: string, count: number): string => `${name} ${count}`,
  allVerdicts: 'Tất cả',
  filterVerdict: 'Lọc theo kết quả',
  keepSeen: 'Giữ, đã xem',
  unseen: 'Chưa xem',
  seenAlready: 'đã xem',
  markAllSeen: (count: number): string => `Giữ cả ${count} câu này`,
  drop: 'Bỏ',
  dropped: (count: number): string => `Đã bỏ ${count} nhiệm vụ khỏi kế hoạch mới`,
  bringBack: 'Lấy lại',
  broughtBack: 'Đã lấy lại nhiệm vụ',
  renew: 'Làm lại năm nay',
  renewHint: 'Việc của năm trước coi như xong; năm nay là một nhiệm vụ mới, không mang theo tiến độ cũ.',
  renewed: 'Đã lập lại thành nhiệm vụ mới của năm nay',
  sameTask: 'nhiệm vụ cũ đi tiếp',
  newTask: 'nhiệm vụ mới của năm nay',
  history: (years: string): string => `Đã nêu: ${years}`,
  historyLine: (year: number, content: string, deadline: string): string => `${year}: ${content}${deadline === '' ? '' : ` (${deadline})`}`,
  nothingCarried: 'Không có mục nào ở nhóm này.',
  close: 'Kết thúc nhiệm vụ…',
  closeTitle: 'Kết thúc nhiệm vụ',
  closedOn: 'Kết thúc ngày',
  closeNote: 'Ghi chú',
  closeNoteHint: 'Ví dụ: đã hoàn thành, ban hành Quyết định; hoặc: không thực hiện nữa vì …',
  closeConfirm: 'Kết thúc',
  closed: 'Đã kết thúc nhiệm vụ',
  closedState: (day: string, note: string): string => (note === '' ? `Đã kết thúc ngày ${day}` : `Đã kết thúc ngày ${day}: ${note}`),
  reopenTask: 'Mở lại',
  reopened: 'Đã mở lại nhiệm vụ',
  closeHint: 'Kế hoạch năm sau sẽ đề nghị bỏ hoặc làm lại nhiệm vụ đã kết thúc.',
} as const
