import type { FormColumn, FormNote, FormProblem } from '../../domain/agency-form.ts'
import type { Said } from '../../ipc/agency-form-contract.ts'
import { writeDay } from '../../language/day.ts'
import { stateNames } from './light.ts'

/** Heads of the columns, on the sheet and in every sentence about it. */
export const formColumnNames: Readonly<Record<FormColumn, string>> = {
  stt: 'STT',
  content: 'Nhiệm vụ',
  role: 'Vai trò',
  due: 'Mốc, thời hạn',
  last: 'Lần báo cáo gần nhất',
  state: 'Trạng thái',
  percent: 'Tỷ lệ (%)',
  happenedOn: 'Ngày hoàn thành hoặc ngày số liệu',
  result: 'Kết quả thực hiện',
  product: 'Sản phẩm đã có',
  difficulty: 'Khó khăn, vướng mắc',
  proposal: 'Đề xuất, kiến nghị',
  documentSymbol: 'Số, ký hiệu văn bản',
  documentDay: 'Ngày văn bản',
  documentTitle: 'Tên, trích yếu văn bản',
  explanation: 'Giải trình (khi không có văn bản)',
  formId: 'Mã phiếu',
  assignmentId: 'Mã lượt phân công',
  dueKey: 'Mã mốc',
  check: 'Mã kiểm tra',
}

/** A reminder of what was said, not the whole of it: a narrow column of a page. */
const shortened = (text: string): string => (text.length <= 200 ? text : `${text.slice(0, 199).trimEnd()}…`)

/** Words written on the sheet. */
export const formSheetText = {
  sheet: 'Phiếu cập nhật',
  guideSheet: 'Hướng dẫn',
  title: (year: number): string => `PHIẾU CẬP NHẬT TIẾN ĐỘ NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM ${year}`,
  agency: (name: string): string => `Đơn vị báo cáo: ${name}`,
  made: (madeOn: string, asOf: string, rows: number): string =>
    `Lập ngày ${writeDay(madeOn)}; gồm ${rows} dòng còn phải báo cáo tính đến ngày ${writeDay(asOf)}.`,
  briefly: [
    'Chỉ điền các ô nền vàng; dòng nào không có gì mới thì để trống. Chọn Trạng thái trong danh sách, ghi ngày dạng ngày/tháng/năm.',
    '“Hoàn thành” cần số, ký hiệu, ngày và tên văn bản kiểm chứng; không có văn bản thì ghi Giải trình. “Tạm dừng”, “Không thực hiện” cần số, ký hiệu văn bản đồng ý.',
    'Lưu rồi gửi lại chính tệp này (.xlsx). Không xóa cột, không gộp ô, không chép dòng sang phiếu khác. Xem thêm ở trang “Hướng dẫn”.',
  ],
  guide: [
    [
      'Phiếu này để làm gì',
      'Mỗi dòng là một nhiệm vụ, một mốc thời hạn mà đơn vị còn phải báo cáo. Điền xong gửi lại tệp, Tổ Thư ký nhận thẳng vào chương trình, không nhập lại bằng tay.',
    ],
    [
      'Điền ở đâu',
      'Chỉ các ô nền vàng nhạt điền được; các ô khác đã khóa. Dòng không có gì mới thì để trống cả dòng: chương trình giữ nguyên lần báo cáo trước.',
    ],
    ['Trạng thái', `Bấm vào ô, chọn một trong: ${Object.values(stateNames).join('; ')}.`],
    ['Tỷ lệ (%)', 'Số nguyên từ 0 đến 100, ví dụ 60. Không bắt buộc.'],
    [
      'Ngày hoàn thành hoặc ngày số liệu',
      'Việc đã xong: ngày hoàn thành. Việc đang làm: ngày của số liệu. Ghi đủ ngày/tháng/năm, ví dụ 05/07/2023; không ghi ngày chưa đến.',
    ],
    ['Kết quả, sản phẩm', 'Ghi ngắn gọn việc đã làm và sản phẩm đã có (quyết định, kế hoạch, báo cáo, hệ thống…).'],
    ['Khó khăn; đề xuất', 'Ghi khi cần cấp trên hoặc đơn vị khác tháo gỡ.'],
    [
      'Văn bản',
      '“Hoàn thành”: văn bản chứng minh đã xong. “Tạm dừng”, “Không thực hiện”: văn bản đồng ý cho dừng. Ghi số, ký hiệu (ví dụ 123/BC-STP), ngày, trích yếu.',
    ],
    ['Giải trình', 'Chỉ khi “Hoàn thành” mà không có văn bản: ghi rõ kết quả thể hiện ở đâu.'],
    [
      'Không làm những việc sau',
      'Xóa cột; gộp ô trong bảng; tự thêm dòng; sửa nội dung nhiệm vụ; chép dòng từ phiếu của đơn vị khác hoặc phiếu năm khác. Phiếu như vậy không nhận được, chương trình báo lại từng ô cần sửa.',
    ],
    [
      'Được phép',
      'Chuyển chỗ, ẩn cột; lưu bằng Excel, LibreOffice hay WPS (chọn định dạng .xlsx); gửi lại nhiều lần: lần gửi sau thay lần trước ở những dòng có thay đổi.',
    ],
  ],
  role: { lead: 'Chủ trì', coordinating: 'Phối hợp' },
  due: (name: string | null, day: string | null): string =>
    [name, day === null ? null : `hạn ${writeDay(day)}`].filter((part) => part !== null && part !== '').join(', '),
  last: (entry: {
    readonly state: keyof typeof stateNames
    readonly percent: number | null
    readonly happenedOn: string
    readonly result: string
  }): string =>
    `${stateNames[entry.state]}${entry.percent === null ? '' : ` ${entry.percent}%`} (${writeDay(entry.happenedOn)})${entry.result === '' ? '' : `: ${shortened(entry.result)}`}`,
  nothingSaid: 'Chưa có',
  chooseState: 'Chọn trong danh sách',
  stateHint: 'Bấm mũi tên ở góc ô rồi chọn một trạng thái.',
  percentHint: 'Số nguyên từ 0 đến 100.',
  dayTitle: 'Ngày',
  dayHint: 'Ngày/tháng/năm, ví dụ 05/07/2023.',
  dayDoubt: 'Ô này cần một ngày, dạng ngày/tháng/năm. Nếu đã ghi đúng như vậy, cứ bấm Có (Yes).',
  file: (agency: string, year: number): string => `Phiếu cập nhật ${year} - ${agency}.xlsx`,
  page: 'Trang &P/&N',
} as const

const unclearDay = {
  'no-day': (says: string) => `“${says}” chưa nói ngày nào`,
  'no-year': (says: string) => `“${says}” thiếu năm`,
  'month-first': (says: string) => `“${says}” viết tháng trước ngày`,
  'two-digit-year': (says: string) => `“${says}” chỉ có hai chữ số của năm, hiểu được hơn một cách`,
  'no-such-day': (says: string) => `“${says}” không có trong lịch`,
  'not-understood': (says: string) => `“${says}” không hiểu được là ngày nào`,
} as const
const writeAgain = 'Ghi lại đủ ngày/tháng/năm, ví dụ 05/07/2023.'

/** What is wrong in a returned form, and what to do. `says` is what the problem names. */
const problemWords: Readonly<Record<FormProblem['code'], (says: string) => readonly [string, string]>> = {
  'not-a-form': () => [
    'tệp này không phải Phiếu cập nhật tiến độ do chương trình lập, hoặc đã mất cả dòng tiêu đề',
    'Tìm đúng tệp phiếu đã gửi, hoặc lập phiếu mới.',
  ],
  'other-year': (says) => [`phiếu này của năm ${says}`, `Chuyển sang năm ${says} rồi nhập, hoặc gửi đơn vị phiếu của năm nay.`],
  'unknown-form': () => [
    'phiếu này không do dữ liệu đang mở lập ra, hoặc mã phiếu đã bị sửa',
    'Mở đúng dữ liệu đã lập phiếu, hoặc gửi đơn vị phiếu mới.',
  ],
  'column-missing': (says) => [
    `thiếu cột “${says}” (cột đã bị xóa)`,
    'Chép số liệu sang phiếu gốc, hoặc hoàn tác việc xóa cột rồi lưu lại.',
  ],
  'column-twice': (says) => [`có hai cột “${says}”`, 'Bỏ cột thừa rồi nhập lại.'],
  'merged': (says) => [`các ô ${says} bị gộp làm một`, 'Bỏ gộp ô, điền riêng từng dòng.'],
  'id-missing': (says) => [`mất “${says}” của dòng này`, 'Chép số liệu của dòng sang phiếu gốc.'],
  'id-edited': (says) => [`“${says}” của dòng này đã bị sửa`, 'Chép số liệu của dòng sang phiếu gốc; không sửa các cột ẩn.'],
  'row-of-other-form': (says) => [
    `dòng này của phiếu khác${says === '' ? '' : ` (${says})`}`,
    'Bỏ dòng này khỏi phiếu; mỗi đơn vị báo cáo trên phiếu của mình.',
  ],
  'row-without-id': () => [
    'dòng này do đơn vị tự thêm, không thuộc nhiệm vụ nào của phiếu',
    'Chuyển nội dung vào dòng có sẵn của nhiệm vụ, hoặc xóa dòng này.',
  ],
  'row-twice': (says) => [`nhiệm vụ này đã được báo cáo khác ở dòng ${says}`, 'Giữ một dòng, xóa dòng kia.'],
  'content-edited': (says) => [
    `nội dung ở đây không khớp với mã của dòng (phiếu gốc ghi “${says}”)`,
    'Các cột đã bị xếp lệch hoặc sửa: chép số liệu sang phiếu gốc, đúng dòng của nhiệm vụ.',
  ],
  'share-ended': (says) => [`đơn vị không còn được giao việc này từ ${says}`, 'Bỏ trống dòng này; gửi phiếu mới cho đơn vị nhận tiếp.'],
  'formula-error': () => ['công thức trong ô bị lỗi', 'Ghi thẳng giá trị vào ô, không dùng công thức.'],
  'state-missing': () => ['chưa chọn trạng thái', `Chọn một trong: ${Object.values(stateNames).join('; ')}; hoặc xóa trống cả dòng.`],
  'state-unknown': (says) => [
    `“${says}” không phải trạng thái trong danh sách`,
    `Chọn một trong: ${Object.values(stateNames).join('; ')}.`,
  ],
  'percent-unclear': (says) => [`“${says}” không rõ là bao nhiêu phần trăm`, 'Ghi số nguyên từ 0 đến 100, ví dụ 85.'],
  'percent-range': (says) => [`tỷ lệ “${says}” không phải số nguyên từ 0 đến 100`, 'Ghi số nguyên từ 0 đến 100.'],
  'day-missing': () => ['chưa ghi ngày', writeAgain],
  'day-in-future': (says) => [`ngày ${writeDay(says)} chưa đến`, 'Sửa lại ngày.'],
  'day-serial': (says) => [`số “${says}” không rõ là ngày nào`, writeAgain],
  'day-no-day': (says) => [unclearDay['no-day'](says), writeAgain],
  'day-no-year': (says) => [unclearDay['no-year'](says), writeAgain],
  'day-month-first': (says) => [unclearDay['month-first'](says), writeAgain],
  'day-two-digit-year': (says) => [unclearDay['two-digit-year'](says), writeAgain],
  'day-no-such-day': (says) => [unclearDay['no-such-day'](says), writeAgain],
  'day-not-understood': (says) => [unclearDay['not-understood'](says), writeAgain],
  'evidence-missing': () => [
    '“Hoàn thành” chưa có văn bản kiểm chứng',
    'Ghi số, ký hiệu, ngày, tên văn bản; không có thì điền cột Giải trình.',
  ],
  'document-missing': () => ['“Tạm dừng”, “Không thực hiện” chưa có số, ký hiệu văn bản đồng ý', 'Ghi số, ký hiệu và ngày của văn bản đó.'],
  'document-nameless': () => ['có ngày văn bản mà chưa có số, ký hiệu hay tên văn bản', 'Ghi số, ký hiệu hoặc tên văn bản.'],
}

const noteWords: Readonly<Record<FormNote['code'], (says: string) => string>> = {
  'column-moved': (says) => `cột “${says}” đã bị chuyển chỗ; vẫn đọc theo tên cột`,
  'column-hidden': (says) => `cột “${says}” bị ẩn; vẫn đọc số liệu trong cột`,
  'column-added': (says) => `cột “${says}” do đơn vị tự thêm, bỏ qua`,
  'row-hidden': () => 'dòng này bị ẩn; vẫn đọc số liệu trong dòng',
  'row-gone': (says) => `thiếu dòng “${says}”: coi như không có gì mới`,
  'row-repeated': (says) => `dòng này lặp lại dòng ${says}; chỉ lấy một lần`,
  'day-from-text': (says) => `ngày ghi bằng chữ, hiểu là ${writeDay(says)}`,
  'day-from-serial': (says) => `ô ngày chỉ còn là một số, hiểu là ${writeDay(says)}`,
  'state-from-words': (says) => `hiểu là “${says}”`,
  'day-before-year': (says) => `ngày ${writeDay(says)} trước năm của phiếu`,
  'older-than-known': (says) => `đã có báo cáo mới hơn, ngày ${writeDay(says)}; dòng này được ghi theo ngày của nó`,
  'replaces-answer': (says) => `thay lần đã nhận từ phiếu này (${says})`,
  'older-answer': () => 'nội dung này đã nhận trước đây và đã có lần gửi sau thay; không nhận lại',
  'percent-of-done': (says) => `“Hoàn thành” nhưng tỷ lệ là ${says}%`,
  'document-undated': () => 'văn bản chưa ghi ngày',
}

const at = (place: string | null): string => (place === null ? 'Tệp' : `Ô ${place}`)

/** "Ô F12: chưa chọn trạng thái. Chọn một trong …". */
export function wordFormProblem({ at: place, code, says }: FormProblem): { readonly says: string; readonly wayOut: string } {
  const [what, wayOut] = problemWords[code](says)
  return { says: `${at(place)}: ${what}.`, wayOut }
}

export function wordFormNote({ at: place, code, says }: FormNote): string {
  return `${at(place)}: ${noteWords[code](says)}.`
}

type Told = Pick<Said, 'state' | 'percent' | 'happenedOn'>
const told = ({ state, percent, happenedOn }: Told): string =>
  `${stateNames[state]}${percent === null ? '' : ` ${percent}%`} (${writeDay(happenedOn)})`

/** Words of the screen, and of the command line. */
export const agencyFormText = {
  tab: 'Phiếu cập nhật',
  title: (year: number): string => `Phiếu cập nhật tiến độ năm ${year}`,
  received: (back: number, sent: number): string => `Đã nhận ${back}/${sent} phiếu`,
  silent: (count: number): string => (count === 0 ? 'Đơn vị nào cũng đã trả lời.' : `${count} đơn vị chưa trả lời.`),
  make: 'Lập phiếu…',
  makeFor: (count: number): string => `Lập ${count} phiếu…`,
  chooseFiles: 'Nhập phiếu…',
  dropHere: 'Kéo các tệp phiếu đã điền thả vào đây, hoặc bấm “Nhập phiếu…”.',
  dropNow: 'Thả để đọc các phiếu này',
  xlsxFiles: 'Phiếu cập nhật (.xlsx)',
  notAFile: 'Chỉ nhận tệp trên máy này.',
  columns: { agency: 'Đơn vị', rows: 'Còn phải báo cáo', made: 'Lập phiếu', answered: 'Trả lời', state: 'Tình trạng' },
  all: 'Chọn tất cả đơn vị',
  choose: (name: string): string => `Chọn ${name}`,
  leadOnly: 'Chỉ việc chủ trì',
  leadOnlyHint: 'Bỏ những việc đơn vị chỉ phối hợp.',
  silentOnly: 'Chỉ đơn vị chưa trả lời',
  noneMade: 'Chưa lập phiếu nào: chọn đơn vị rồi bấm “Lập phiếu…”.',
  keywords: 'phiếu cập nhật tiến độ excel xlsx đơn vị báo cáo',
  answeredRows: (answered: number, rows: number): string => `${answered}/${rows} dòng`,
  notMade: 'Chưa lập',
  waiting: 'Chờ trả lời',
  answered: 'Đã nhận',
  madeAgain: (count: number): string => `lập ${count} lần`,
  nothingOpen: 'Không còn việc phải báo cáo',
  making: 'Đang lập phiếu',
  makingOf: (name: string): string => `Đang lập phiếu: ${name}`,
  cancel: 'Dừng',
  made: (count: number, folder: string): string => `Đã lập ${count} phiếu vào ${folder}.`,
  showFolder: 'Mở thư mục',
  nobodyChosen: 'Chưa chọn đơn vị nào.',
  emptyTitle: 'Chưa có nhiệm vụ nào được giao trong năm',
  emptyText: 'Ban hành kế hoạch năm thì mỗi đơn vị có việc còn phải báo cáo sẽ hiện ở đây, để lập phiếu gửi đi và nhận về.',
  reading: 'Đang đọc phiếu',
  readingOf: (number: number, total: number): string => `Đang đọc phiếu ${number}/${total}`,
  preview: 'Xem trước khi nhận',
  back: 'Danh sách phiếu',
  previewTotals: (ready: number, refused: number, nothing: number): string =>
    [
      `${ready} phiếu sẵn sàng`,
      ...(refused === 0 ? [] : [`${refused} phiếu có lỗi`]),
      ...(nothing === 0 ? [] : [`${nothing} phiếu không có gì mới`]),
    ].join(', '),
  accept: (forms: number, rows: number): string => `Nhận ${forms} phiếu (${rows} dòng)`,
  nothingToAccept: 'Không có dòng nào để nhận.',
  accepted: (forms: number, rows: number): string => `Đã nhận ${rows} dòng của ${forms} phiếu.`,
  acceptedUndo: 'Ctrl+Z lấy lại từng phiếu một, phiếu nhận sau lấy lại trước.',
  status: { 'ready': 'Sẵn sàng', 'nothing-new': 'Không có gì mới', 'refused': 'Có lỗi' },
  changes: (count: number): string => `${count} dòng sẽ ghi`,
  same: (count: number): string => `${count} dòng đã nhận trước đây`,
  blank: (count: number): string => `${count} dòng để trống`,
  problems: (count: number): string => `${count} chỗ phải sửa`,
  refusedWhole: 'Phiếu có lỗi thì không nhận dòng nào: sửa các ô dưới đây (hoặc gửi đơn vị sửa) rồi nhập lại.',
  notes: (count: number): string => `${count} lưu ý`,
  nothingNew: 'Mọi dòng đã điền đều đã nhận trước đây: nhận lại không thay đổi gì.',
  allBlank: 'Phiếu chưa điền dòng nào.',
  change: 'Thay đổi',
  day: 'Ngày',
  document: 'Văn bản',
  explanation: 'Giải trình',
  row: 'Dòng',
  task: 'Nhiệm vụ',
  nothingYet: 'Trước đây chưa có báo cáo.',
  copyProblems: 'Chép danh sách lỗi',
  copied: 'Đã chép danh sách lỗi, dán được vào thư gửi đơn vị.',
  unnamed: 'Không rõ đơn vị',
  line: (file: string, agency: string | null, status: string): string => `${file}${agency === null ? '' : ` (${agency})`}: ${status}`,
  changeLine: (row: number, task: string, before: Told | null, after: Told): string =>
    `Dòng ${row}: ${task}: ${before === null ? '' : `${told(before)} → `}${told(after)}`,
  applied: (forms: number, rows: number, refused: number): string =>
    `Đã nhận ${rows} dòng của ${forms} phiếu${refused === 0 ? '' : `; ${refused} phiếu có lỗi, không nhận dòng nào`}.`,
} as const

/** A document in one line: "123/BC-STP ngày 20/06/2023: Báo cáo kết quả". */
export function documentWords({
  symbol,
  issuedOn,
  title,
}: {
  readonly symbol: string
  readonly issuedOn: string | null
  readonly title: string
}): string {
  const named = [symbol, ...(issuedOn === null ? [] : [`ngày ${writeDay(issuedOn)}`])].filter((part) => part !== '').join(' ')
  return [named, title].filter((part) => part !== '').join(': ')
}
