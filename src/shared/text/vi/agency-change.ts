import type { AgencyChangeKind } from '../../domain/agency-change.ts'
import type { BasisDocument } from '../../domain/progress.ts'
import { writeDay } from '../../language/day.ts'

type Words<Key extends string, T = string> = Readonly<Record<Key, T>>

/** The document in one line, as a body's record keeps it: "Nghị quyết số 04/NQ-HĐND ngày 18/02/2025 của …". */
export function basisLine({ title, symbol, issuedOn, issuer }: BasisDocument): string {
  return [
    title,
    symbol === '' ? '' : `số ${symbol}`,
    issuedOn === null ? '' : `ngày ${writeDay(issuedOn)}`,
    issuer === '' ? '' : `của ${issuer}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** Why the numbers of a request are not those of its kind. */
export const agencyChangeNumbers: Words<AgencyChangeKind> = {
  merge: 'Hợp nhất, sáp nhập cần từ hai cơ quan trở lên và chỉ một cơ quan tiếp nhận.',
  split: 'Chia, tách cần một cơ quan kết thúc và từ hai cơ quan tiếp nhận trở lên.',
  rename: 'Đổi tên cần đúng một cơ quan cũ và một cơ quan mang tên mới.',
  dissolve: 'Giải thể, kết thúc hoạt động thì không có cơ quan tiếp nhận.',
}

/** Words of changing agencies: merging, splitting, renaming, dissolving. */
export const agencyChangeText = {
  title: 'Sắp xếp đơn vị',
  open: 'Sắp xếp đơn vị…',
  openFor: 'Sáp nhập, chia tách, đổi tên, giải thể…',
  intro:
    'Ghi một lần: đơn vị nào kết thúc, đơn vị nào tiếp nhận, từ ngày nào, theo văn bản nào. Việc đang làm được chuyển theo; văn bản đã ban hành và nhiệm vụ đã xong giữ nguyên tên cũ.',
  kind: 'Hình thức',
  kinds: {
    merge: 'Hợp nhất, sáp nhập',
    split: 'Chia, tách',
    rename: 'Đổi tên',
    dissolve: 'Giải thể, kết thúc hoạt động',
  } satisfies Words<AgencyChangeKind>,
  shortKinds: { merge: 'Hợp nhất', split: 'Chia, tách', rename: 'Đổi tên', dissolve: 'Giải thể' } satisfies Words<AgencyChangeKind>,
  effectiveOn: 'Từ ngày',
  effectiveOnHint: 'Ngày đầu tiên theo tổ chức mới; đơn vị cũ hoạt động đến hết ngày hôm trước.',
  from: 'Đơn vị kết thúc',
  to: 'Đơn vị tiếp nhận đã có trong danh sách',
  founded: 'Đơn vị mới thành lập',
  foundedHint: 'Mỗi dòng một tên; có thể ghi tên viết tắt sau dấu “|”: Sở Nông nghiệp và Môi trường | Sở NNMT',
  newName: 'Tên mới',
  foundedKind: 'Loại của đơn vị mới',
  basis: 'Văn bản',
  symbol: 'Số, ký hiệu',
  issuedOn: 'Ngày văn bản',
  issuer: 'Cơ quan ban hành',
  basisTitle: 'Tên văn bản',
  basisTitleUsual: 'Nghị quyết',
  make: 'Ghi nhận và chuyển việc',
  cancel: 'Thôi',
  notReady: 'Chọn đơn vị, ngày và ghi văn bản để xem trước việc gì sẽ chuyển cho ai.',
  preview: 'Sẽ diễn ra',
  nothingOpen: 'Không có việc đang làm nào phải chuyển. Thời gian hoạt động và cơ quan kế thừa vẫn được ghi.',
  outcomes: {
    moves: 'Chuyển cho đơn vị tiếp nhận',
    joins: 'Nhập vào phần việc đơn vị tiếp nhận đã có',
    waits: 'Chờ giao lại (cơ quan thường trực giữ)',
    covered: 'Nhóm mới làm tiếp',
    stays: 'Đã xong, giữ tên cũ',
  },
  shares: (count: number): string => `${count} lượt`,
  tasksTouched: (tasks: number): string => `${tasks} nhiệm vụ`,
  toWhom: (from: string, to: string): string => `${from} → ${to}`,
  fresh: (shares: number, agencies: number): string => `Nhóm mới: ${agencies} đơn vị nhận ${shares} lượt cho phần việc còn lại của năm`,
  groupAfter: (name: string): string => `Thay cho nhóm “${name}”`,
  noGroupAfter: 'Không có nhóm nào: mọi lượt chờ giao lại',
  follows: (groups: number, members: number, fields: number): string =>
    `Cập nhật theo: ${groups} nhóm, ${members} thành viên theo dõi, ${fields} lĩnh vực.`,
  standingFollows: 'Cơ quan thường trực được đổi sang đơn vị tiếp nhận.',
  noHolder: 'Chưa có cơ quan thường trực đang hoạt động để giữ việc chờ giao lại: chọn ở Cài đặt › Đơn vị của tôi.',
  sum: (before: number, joined: number, covered: number, fresh: number, after: number): string =>
    `Lượt phân công: ${before}${joined > 0 ? ` − ${joined} nhập chung` : ''}${covered > 0 ? ` − ${covered} do nhóm mới làm` : ''}${fresh > 0 ? ` + ${fresh} của nhóm mới` : ''} = ${after}. Số nhiệm vụ không đổi.`,
  more: (count: number): string => `và ${count} nhiệm vụ khác`,
  roles: { lead: 'chủ trì', coordinating: 'phối hợp' },
  taskOf: (content: string, year: number): string => `${content} (${year})`,
  done: (moved: number, waiting: number): string =>
    `Đã sắp xếp: ${moved} lượt chuyển sang đơn vị tiếp nhận${waiting > 0 ? `, ${waiting} lượt chờ giao lại` : ''}.`,
  seeWaiting: 'Xem việc chờ giao lại',
  endedHint: 'Kết thúc hoạt động thì việc đang làm phải có nơi nhận:',
  stillWorking: (name: string, shares: number): string => `“${name}” đã kết thúc nhưng còn ${shares} lượt phân công đang mở.`,
  moveThem: 'Chuyển việc…',
  commands: {
    group: 'Sắp xếp đơn vị: việc đang làm chuyển theo.',
    merge: 'Hợp nhất, sáp nhập các đơn vị.',
    split: 'Chia, tách một đơn vị.',
    rename: 'Đổi tên một đơn vị theo quyết định.',
    dissolve: 'Giải thể, kết thúc hoạt động các đơn vị.',
  },
  options: {
    from: 'tên các đơn vị kết thúc',
    to: 'tên đơn vị tiếp nhận đã có trong danh sách',
    founded: 'tên đơn vị mới thành lập',
    on: 'ngày đầu tiên theo tổ chức mới, dd/MM/yyyy',
    basis: 'văn bản, ví dụ “Nghị quyết số 04/NQ-HĐND ngày 18/02/2025”',
  },
  said: (line: { readonly content: string; readonly from: string; readonly to: string; readonly outcome: string }): string =>
    `${line.from}${line.to === '' ? '' : ` → ${line.to}`}: ${line.content} – ${line.outcome}`,
} as const

/** Words of "Chờ giao lại". */
export const reassignmentText = {
  tab: 'Chờ giao lại',
  title: 'Chờ giao lại',
  emptyTitle: 'Không có việc nào chờ giao lại',
  emptyText:
    'Khi một đơn vị bị chia tách hoặc giải thể, việc đang làm mà không rõ ai nhận được cơ quan thường trực giữ ở đây cho đến khi có người chọn.',
  ended: 'Đơn vị đã kết thúc nhưng còn việc chưa chuyển',
  endedLine: (kind: string, day: string, from: string, to: string): string => `${kind} từ ${day}: ${from}${to === '' ? '' : ` → ${to}`}`,
  endedShares: (count: number): string => `${count} lượt đang mở`,
  seeAndMove: 'Xem và chuyển…',
  columns: { task: 'Nhiệm vụ', role: 'Vai trò', former: 'Trước đây giao', since: 'Chờ từ', late: 'Quá hạn', offer: 'Gợi ý' },
  late: (days: number): string => `${days} ngày`,
  because: { 'in-task': 'đang làm nhiệm vụ này', successor: 'cơ quan kế thừa', 'usual-lead': 'thường chủ trì lĩnh vực' },
  noOffer: '–',
  chooseAll: 'Chọn tất cả',
  chooseOne: (content: string, former: string): string => `Chọn: ${content}, ${former}`,
  keys: 'Mũi tên để đi, phím cách để chọn, Ctrl+A chọn tất cả, Enter sang ô “Giao cho”.',
  chosen: (count: number): string => (count === 0 ? 'Chưa chọn lượt nào' : `Đã chọn ${count} lượt`),
  giveTo: 'Giao cho',
  on: 'Từ ngày',
  give: 'Giao',
  giveByOffer: (count: number): string => `Giao theo gợi ý (${count})`,
  drop: 'Không giao tiếp…',
  dropTitle: (count: number): string => `Không giao tiếp ${count} lượt`,
  dropText: 'Các lượt này kết thúc, không ai làm tiếp; nhiệm vụ và lịch sử vẫn còn.',
  reason: 'Lý do (số văn bản, ý kiến của ai)',
  nobodyChosen: 'Chọn ít nhất một lượt.',
  noAgency: 'Chọn cơ quan nhận việc.',
  wrongDay: 'Ghi ngày giao.',
  given: (count: number): string => `Đã giao ${count} lượt.`,
  dropped: (count: number): string => `Đã kết thúc ${count} lượt không giao tiếp.`,
  openTask: 'Mở nhiệm vụ',
} as const

/** Words of a member's portfolio. */
export const portfolioText = {
  tab: 'Thành viên',
  title: 'Phần việc của thành viên',
  member: 'Thành viên',
  ofMember: (name: string, post: string): string => (post === '' ? name : `${name} – ${post}`),
  emptyTitle: 'Chưa có thành viên Ban chỉ đạo',
  emptyText: 'Thêm thành viên, lĩnh vực phụ trách và đơn vị theo dõi ở mục Đơn vị & thành viên.',
  toMembers: 'Sang Đơn vị & thành viên',
  nothing: 'Thành viên này chưa được phân công lĩnh vực hay đơn vị nào.',
  mine: 'Phần việc',
  mineText: (tasks: number, shares: number): string => `${tasks} nhiệm vụ, ${shares} lượt phân công`,
  late: 'Quá hạn',
  dueSoon: 'Sắp đến hạn',
  stale: 'Chưa cập nhật',
  done: 'Hoàn thành',
  doneOnTime: 'Hoàn thành đúng hạn',
  doneLate: 'Hoàn thành quá hạn',
  byField: 'Lĩnh vực phụ trách (theo nhiệm vụ)',
  byAgency: 'Đơn vị theo dõi (theo lượt phân công)',
  field: 'Lĩnh vực',
  agency: 'Đơn vị',
  rows: 'Tất cả',
  lateTasks: 'Đang quá hạn',
  noneLate: 'Không có nhiệm vụ nào quá hạn.',
  days: (days: number): string => `${days} ngày`,
  changes: 'Thay đổi từ lần xem trước',
  changesSince: (moment: string): string => `từ ${moment}`,
  neverLooked: '30 ngày gần đây (chưa đánh dấu lần nào)',
  noChanges: 'Không có thay đổi nào.',
  markLooked: 'Đánh dấu đã xem',
  marked: 'Đã đánh dấu; lần sau chỉ hiện những gì mới.',
  changeLine: (by: string, command: string, agency: string | null): string => `${by} ${command}${agency === null ? '' : ` – ${agency}`}`,
  all: 'Xem tất cả trong danh sách',
} as const
