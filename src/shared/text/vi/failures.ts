import type { AppErrorCode, AppErrorDetails } from '../../app-error.ts'
import { writeDay } from '../../language/day.ts'
import { agencyChangeNumbers } from './agency-change.ts'
import { nameCommand } from './commands.ts'
import { packProblems, packVerdicts } from './hand-over.ts'

/** One sentence that says what happened and one way out, for every failure. */
type Wording = { readonly [C in AppErrorCode]: { readonly says: (details: AppErrorDetails[C]) => string; readonly wayOut: string } }

const join = (items: readonly string[]): string => items.join('; ')

export const failures: Wording = {
  'bad-input': {
    says: ({ problem }) => `Dữ liệu gửi đi không hợp lệ${problem === undefined ? '' : `: ${problem}`}.`,
    wayOut: 'Kiểm tra lại ô vừa nhập rồi thử lại.',
  },
  'not-allowed': { says: () => 'Vai trò hiện tại không được làm việc này.', wayOut: 'Chọn người dùng có vai trò phù hợp ở góc phải trên.' },
  'unexpected': {
    says: ({ reference }) => `Chương trình gặp lỗi chưa lường trước (mã ${reference}). Dữ liệu đã lưu không bị ảnh hưởng.`,
    wayOut: 'Thử lại; nếu vẫn lỗi, gửi mã lỗi cho người quản trị.',
  },
  'cancelled': { says: () => 'Đã dừng theo yêu cầu.', wayOut: 'Không có gì thay đổi; có thể làm lại bất cứ lúc nào.' },
  'workspace-not-found': { says: ({ folder }) => `Không tìm thấy thư mục dữ liệu “${folder}”.`, wayOut: 'Chọn thư mục khác' },
  'workspace-not-writable': { says: ({ folder }) => `Không ghi được vào thư mục “${folder}”.`, wayOut: 'Chọn thư mục khác' },
  'workspace-on-network-drive': {
    says: ({ folder }) => `Thư mục “${folder}” nằm trên ổ mạng; cơ sở dữ liệu để ở đó dễ hỏng.`,
    wayOut: 'Chép về máy',
  },
  'workspace-in-synced-folder': {
    says: ({ folder, service }) => `Thư mục “${folder}” đang được ${service} đồng bộ; hai máy cùng ghi sẽ làm hỏng dữ liệu.`,
    wayOut: 'Chép về máy',
  },
  'workspace-from-newer-program': {
    says: ({ found }) => `Dữ liệu này do phiên bản mới hơn của chương trình tạo ra (${found}).`,
    wayOut: 'Cài bản mới của chương trình rồi mở lại.',
  },
  'workspace-damaged': {
    says: ({ folder }) => `Tệp dữ liệu trong “${folder}” bị hỏng, không mở được.`,
    wayOut: 'Khôi phục từ bản sao lưu gần nhất',
  },
  'workspace-locked': {
    says: ({ folder }) => `Dữ liệu trong “${folder}” đang được mở ở một cửa sổ khác.`,
    wayOut: 'Đóng cửa sổ kia rồi thử lại.',
  },
  'workspace-not-set-up': { says: () => 'Chưa khai báo đơn vị.', wayOut: 'Tạo đơn vị của tôi' },
  'disk-full': {
    says: ({ folder }) => `Ổ đĩa chứa “${folder}” đã đầy.`,
    wayOut: 'Giải phóng dung lượng rồi thử lại; thay đổi vừa rồi chưa được ghi.',
  },
  'backup-not-valid': { says: ({ file }) => `Tệp “${file}” không phải bản sao lưu dùng được.`, wayOut: 'Chọn bản sao lưu khác' },
  'record-not-found': {
    says: ({ noun }) =>
      noun === 'hand-over' ? 'Không có lần bàn giao nào như vậy.' : 'Không tìm thấy mục này: mã chưa đúng, hoặc mục vừa bị xóa.',
    wayOut: 'Quay lại danh sách.',
  },
  'record-changed-meanwhile': { says: ({ by }) => `Mục này vừa được ${by} sửa.`, wayOut: 'Xem bản mới rồi sửa tiếp.' },
  'record-in-use': {
    says: ({ name, usedBy }) => `“${name}” đang được dùng ở ${usedBy} nên không xóa được.`,
    wayOut: 'Gỡ khỏi nơi đang dùng, hoặc đặt ngày hết hiệu lực thay vì xóa.',
  },
  'nothing-to-undo': { says: () => 'Không còn thao tác nào để hoàn tác.', wayOut: 'Xem nhật ký thay đổi.' },
  'nothing-to-redo': { says: () => 'Không còn thao tác nào để làm lại.', wayOut: 'Xem nhật ký thay đổi.' },
  'undo-blocked': {
    says: ({ by, command }) => `Không hoàn tác được vì ${by} đã sửa tiếp trên nội dung này (${nameCommand(command)}).`,
    wayOut: 'Xem nhật ký thay đổi và sửa bằng tay.',
  },
  'undo-barrier': {
    says: () => 'Việc này đã ra khỏi chương trình (ban hành, gửi đi) nên không hoàn tác được.',
    wayOut: 'Làm văn bản điều chỉnh, thay thế.',
  },
  'plan-not-editable': {
    says: () => 'Kế hoạch không còn ở trạng thái soạn thảo nên không sửa được.',
    wayOut: 'Bấm “Trả lại để sửa”, hoặc “Lập bản điều chỉnh” nếu đã ban hành.',
  },
  'merge-read-again': {
    says: () => 'Dự thảo đã thay đổi từ lúc đọc tệp Word.',
    wayOut: 'Đọc lại tệp để so với dự thảo hiện tại.',
  },
  'returned-file-of-other-plan': {
    says: ({ file }) => `Tệp “${file}” được xuất từ một kế hoạch khác.`,
    wayOut: 'Mở đúng kế hoạch đó rồi nhập tệp, hoặc chọn tệp khác.',
  },
  'plan-move-not-allowed': {
    says: () => 'Không chuyển được sang trạng thái này từ trạng thái hiện tại.',
    wayOut: 'Chọn một bước được phép trong quy trình.',
  },
  'plan-not-found-for-year': {
    says: ({ year }) => `Chưa có kế hoạch nào của năm ${year}.`,
    wayOut: 'Nhập kế hoạch từ tệp hoặc lập kế hoạch mới.',
  },
  'year-fits-several-plans': {
    says: ({ year, plans }) => `Năm ${year} có nhiều kế hoạch: ${join(plans)}.`,
    wayOut: 'Chỉ rõ kế hoạch bằng --plan.',
  },
  'clone-year-not-later': {
    says: ({ from, to }) => `Năm ${to} không sau năm ${from} của kế hoạch cũ.`,
    wayOut: 'Chọn năm sau đó; muốn thay kế hoạch trong cùng năm thì “Lập bản điều chỉnh”.',
  },
  'leftovers-open': {
    says: ({ count }) => `Còn ${count} chỗ của kế hoạch cũ phải sửa.`,
    wayOut: 'Mở “Việc cần rà” bên cạnh văn bản để sửa, hoặc ghi lý do nếu vẫn ban hành.',
  },
  'reason-missing': {
    says: ({ count }) => `Giữ nguyên ${count} chỗ phải sửa thì cần ghi lý do.`,
    wayOut: 'Ghi lý do ngắn gọn; lý do được lưu vào nhật ký.',
  },
  'issue-data-missing': {
    says: ({ missing }) => `Chưa ban hành được vì còn thiếu: ${join(missing)}.`,
    wayOut: 'Điền đủ rồi ban hành lại.',
  },
  'document-number-taken': {
    says: ({ number, symbol, year }) => `Số ${number}/${symbol} năm ${year} đã có trong danh sách văn bản.`,
    wayOut: 'Kiểm tra lại số với văn thư; nếu đúng, chọn “Vẫn ghi”.',
  },
  'task-without-lead': {
    says: ({ count }) => `Còn ${count} nhiệm vụ chưa có cơ quan chủ trì.`,
    wayOut: 'Phân công cơ quan chủ trì rồi ban hành.',
  },
  'agency-not-active': {
    says: ({ name, on, successor }) =>
      `“${name}” không còn hoạt động vào ngày ${on}${successor === null ? '' : `; cơ quan kế thừa: ${successor}`}.`,
    wayOut: 'Chọn cơ quan kế thừa.',
  },
  'assignment-ended': {
    says: ({ on }) => `Lượt phân công này đã kết thúc ngày ${writeDay(on)}.`,
    wayOut: 'Ghi tiến độ vào lượt phân công của cơ quan nhận tiếp.',
  },
  'urging-rows-settled': {
    says: ({ count }) => `${count} đầu việc đã chọn không còn cần đôn đốc.`,
    wayOut: 'Xem lại danh sách rồi chọn lại.',
  },
  'urging-letter-sent': {
    says: ({ number }) => `Công văn số ${number} đã gửi nên không sửa, không bỏ được nữa.`,
    wayOut: 'Rút công văn và ghi lý do, rồi lập công văn khác.',
  },
  'standing-agency-not-set': {
    says: () => 'Chưa chọn cơ quan thường trực.',
    wayOut: 'Chọn cơ quan thường trực ở Cài đặt › Đơn vị của tôi.',
  },
  'urging-letter-not-sent': {
    says: () => 'Chỉ công văn đã gửi mới rút được.',
    wayOut: 'Bỏ dự thảo nếu không dùng nữa.',
  },
  'saved-view-name-taken': {
    says: ({ name }) => `Đã có khung nhìn tên “${name}”.`,
    wayOut: 'Đặt tên khác, hoặc mở khung nhìn đó rồi lưu đè.',
  },
  'progress-in-future': {
    says: ({ on }) => `Ngày ${writeDay(on)} chưa đến nên chưa ghi tiến độ được.`,
    wayOut: 'Sửa lại ngày thực hiện.',
  },
  'progress-needs-evidence': {
    says: () => '“Hoàn thành” cần tài liệu kiểm chứng.',
    wayOut: 'Thêm số, ký hiệu, ngày, tên văn bản; hoặc ghi rõ vì sao không có.',
  },
  'progress-needs-document': {
    says: () => '“Tạm dừng” và “Không thực hiện” phải có văn bản đồng ý.',
    wayOut: 'Ghi số, ký hiệu và ngày của văn bản đó.',
  },
  'progress-corrects-another': {
    says: () => 'Lần báo cáo cần đính chính không thuộc lượt phân công này, hoặc đã được đính chính rồi.',
    wayOut: 'Chọn lần báo cáo mới nhất của cơ quan này.',
  },
  'event-needs-document': {
    says: () => 'Gia hạn, tạm dừng, dừng hẳn, tiếp tục và chuyển chủ trì phải có văn bản.',
    wayOut: 'Ghi số, ký hiệu và ngày của văn bản quyết định.',
  },
  'event-nothing-to-resume': {
    says: ({ on }) => `Ngày ${writeDay(on)} nhiệm vụ không tạm dừng, cũng không dừng hẳn.`,
    wayOut: 'Xem lại ngày, hoặc chọn đúng lượt phân công đang tạm dừng.',
  },
  'event-corrects-another': {
    says: () => 'Sự kiện này không đính chính hay rút lại được: của nhiệm vụ khác, đã được đính chính, hoặc là lần chuyển chủ trì.',
    wayOut: 'Chọn sự kiện còn hiệu lực; muốn trả lại cơ quan chủ trì cũ thì ghi một lần chuyển chủ trì mới.',
  },
  'lead-already': {
    says: ({ name }) => `${name} đang chủ trì nhiệm vụ này rồi.`,
    wayOut: 'Chọn cơ quan khác.',
  },
  'form-read-again': {
    says: () => 'Phiếu này đã được nhận, hoặc đã mở quá lâu.',
    wayOut: 'Chọn lại tệp phiếu để đọc lại.',
  },
  'forms-refused': {
    says: ({ count }) => `${count} phiếu có lỗi, không nhận dòng nào của các phiếu đó.`,
    wayOut: 'Sửa các ô đã nêu (hoặc gửi đơn vị sửa) rồi nhập lại.',
  },
  'extension-not-later': {
    says: ({ old, new: later }) => `Hạn mới ${writeDay(later)} không sau hạn đang có (${writeDay(old)}).`,
    wayOut: 'Sửa lại ngày gia hạn.',
  },
  'given-task-spoken-of': {
    says: () => 'Nhiệm vụ này đã có tiến độ, gia hạn hoặc thay đổi đơn vị, nên không sửa, không xóa được nữa.',
    wayOut: 'Ghi thay đổi bằng văn bản trong khung theo dõi, hoặc kết thúc nhiệm vụ.',
  },
  'agency-not-found': { says: ({ name }) => `Không có cơ quan nào tên “${name}”.`, wayOut: 'Xem danh sách ở mục Đơn vị & thành viên.' },
  'agency-change-in-future': {
    says: ({ on }) => `Ngày ${writeDay(on)} chưa đến nên chưa chuyển việc được.`,
    wayOut: 'Ghi ngày kết thúc và cơ quan kế thừa ở mục Đơn vị & thành viên; đến ngày đó chương trình sẽ nhắc ở “Chờ giao lại”.',
  },
  'agency-change-numbers': {
    says: ({ kind }) => agencyChangeNumbers[kind],
    wayOut: 'Chọn lại các cơ quan kết thúc và cơ quan tiếp nhận.',
  },
  'agency-not-there': {
    says: ({ name, on }) => `“${name}” không hoạt động vào ngày ${writeDay(on)}.`,
    wayOut: 'Xem lại ngày, hoặc thời gian hoạt động của cơ quan ở mục Đơn vị & thành viên.',
  },
  'standing-agency-missing': {
    says: () => 'Có việc phải chờ giao lại nhưng chưa có cơ quan thường trực nào đang hoạt động để giữ.',
    wayOut: 'Chọn cơ quan thường trực ở Cài đặt › Đơn vị của tôi.',
  },
  'reassignment-too-early': {
    says: ({ on }) => `Việc này chờ giao lại từ ngày ${writeDay(on)}, không giao được trước ngày đó.`,
    wayOut: 'Chọn ngày giao muộn hơn.',
  },
  'reassignment-needs-reason': {
    says: ({ count }) => `${count} lượt không giao tiếp cho ai thì cần ghi lý do.`,
    wayOut: 'Ghi lý do ngắn gọn, ví dụ số văn bản; lý do được lưu vào nhật ký.',
  },
  'agency-change-needs-document': {
    says: () => 'Sắp xếp đơn vị phải theo một văn bản.',
    wayOut: 'Ghi tên hoặc số, ký hiệu của văn bản.',
  },
  'share-not-waiting': {
    says: () => 'Lượt phân công này không còn chờ giao lại.',
    wayOut: 'Danh sách đã được tải lại; chọn lại việc còn chờ.',
  },
  'file-not-found': { says: ({ file }) => `Không tìm thấy tệp “${file}”.`, wayOut: 'Kiểm tra lại đường dẫn.' },
  'file-empty': { says: ({ file }) => `Tệp “${file}” không có nội dung.`, wayOut: 'Chọn tệp khác.' },
  'file-truncated': { says: ({ file }) => `Tệp “${file}” bị cắt cụt hoặc hỏng khi chép.`, wayOut: 'Chép lại tệp từ nguồn rồi nhập lại.' },
  'file-encrypted': { says: ({ file }) => `Tệp “${file}” có mật khẩu.`, wayOut: 'Mở bằng Word, bỏ mật khẩu, lưu lại rồi nhập.' },
  'file-old-word': {
    says: ({ file }) => `“${file}” là tệp Word đời cũ (.doc).`,
    wayOut: 'Mở bằng Word, chọn Lưu thành → Word Document (.docx) rồi nhập.',
  },
  'file-old-excel': {
    says: ({ file }) => `“${file}” là tệp Excel đời cũ (.xls).`,
    wayOut: 'Mở bằng Excel, chọn Lưu thành → Excel Workbook (.xlsx) rồi nhập.',
  },
  'file-is-pdf': {
    says: ({ file }) => `“${file}” là tệp PDF, không đọc được cấu trúc.`,
    wayOut: 'Tìm bản Word; hoặc chép chữ trong PDF rồi dán vào ô “Hoặc dán nội dung”.',
  },
  'file-too-large': { says: ({ file, megabytes }) => `Tệp “${file}” quá lớn (${megabytes} MB).`, wayOut: 'Bỏ bớt hình ảnh rồi nhập lại.' },
  'file-hostile': {
    says: ({ file }) => `Tệp “${file}” có cấu trúc bất thường, có thể gây hại nên không được mở.`,
    wayOut: 'Xin lại tệp từ người gửi; báo bộ phận công nghệ thông tin.',
  },
  'file-old-font-encoding': {
    says: ({ file, encoding }) => `Tệp “${file}” gõ bằng bảng mã cũ (${encoding}), không phải Unicode.`,
    wayOut: 'Dùng Unikey (Công cụ → Chuyển mã) đổi sang Unicode rồi nhập lại.',
  },
  'file-not-what-it-says': {
    says: ({ file, expected }) => `Nội dung tệp “${file}” không phải ${expected}.`,
    wayOut: 'Mở tệp bằng chương trình đã tạo ra nó và lưu lại đúng định dạng.',
  },
  'file-without-plan': {
    says: ({ file }) => `Không tìm thấy nội dung kế hoạch trong “${file}”.`,
    wayOut: 'Kiểm tra lại tệp, hoặc dán phần chữ của kế hoạch.',
  },
  'file-without-table': {
    says: ({ file }) => `Không tìm thấy bảng nhiệm vụ nào trong “${file}”.`,
    wayOut: 'Kiểm tra lại tệp, hoặc dán các ô của bảng.',
  },
  'file-secret': {
    says: ({ file }) => `“${file}” có dấu chỉ độ mật. Chương trình không dùng cho tài liệu bí mật nhà nước.`,
    wayOut: 'Xử lý văn bản này theo quy định về bảo vệ bí mật nhà nước.',
  },
  'handed-over': {
    says: ({ title, to, on }) => `“${title}” đang bàn giao cho ${to} từ ngày ${writeDay(on)} nên bản ở máy này chỉ để xem.`,
    wayOut: 'Nhận lại bản trả về, hoặc “Thu hồi” ở thẻ Ban hành hay Cài đặt › Dữ liệu.',
  },
  'sent-back': {
    says: ({ title, to, on }) => `“${title}” đã trả lại ${to} ngày ${writeDay(on)} nên bản ở máy này chỉ để xem.`,
    wayOut: 'Đề nghị người giao bàn giao lại, hoặc rút bản đã trả để sửa tiếp.',
  },
  'plan-text-unsaved': {
    says: ({ title }) => `“${title}” còn phần chữ gõ dở chưa lưu.`,
    wayOut: 'Mở kế hoạch, giữ hoặc bỏ phần chữ đó rồi bàn giao lại.',
  },
  'plan-secret': {
    says: ({ title }) => `“${title}” có dấu chỉ độ mật. Chương trình không dùng cho tài liệu bí mật nhà nước.`,
    wayOut: 'Xử lý văn bản này theo quy định về bảo vệ bí mật nhà nước.',
  },
  'pack-too-large': {
    says: ({ megabytes }) => `Gói bàn giao quá lớn (${megabytes} MB).`,
    wayOut: 'Bàn giao từng kế hoạch thay vì toàn bộ dữ liệu.',
  },
  'pack-passphrase-wrong': { says: () => 'Mật khẩu không đúng với gói bàn giao này.', wayOut: 'Hỏi lại người gửi rồi nhập lại.' },
  'pack-not-valid': {
    says: ({ file, problem }) => `Gói bàn giao “${file}” không dùng được: ${packProblems[problem] ?? problem}.`,
    wayOut: 'Đề nghị người gửi tạo lại gói; dữ liệu ở máy này không thay đổi.',
  },
  'pack-from-newer-program': {
    says: ({ file, found }) => `Gói “${file}” do phiên bản mới hơn của chương trình tạo ra (${found}).`,
    wayOut: 'Cài bản mới của chương trình rồi mở lại gói.',
  },
  'pack-not-usable': {
    says: ({ verdict }) => packVerdicts[verdict] ?? 'Gói này không dùng ở đây được.',
    wayOut: 'Xem so sánh, hoặc giữ thành một dự thảo của kế hoạch.',
  },
  'file-open-elsewhere': {
    says: ({ file }) => `Tệp “${file}” đang mở ở chương trình khác (Word, trình đọc PDF).`,
    wayOut: 'Đóng tệp đó, hoặc lưu với tên mới được gợi ý.',
  },
  'file-not-writable': { says: ({ file }) => `Không ghi được tệp “${file}”.`, wayOut: 'Chọn thư mục khác.' },
  'file-exists': { says: ({ file }) => `Đã có tệp “${file}”.`, wayOut: 'Chọn tên khác.' },
  'file-without-program': {
    says: ({ file }) => `Máy này không có chương trình nào mở được “${file}”.`,
    wayOut: 'Cài chương trình đọc loại tệp này, hoặc mở tệp từ thư mục chứa nó.',
  },
  'pages-failed': { says: () => 'Không dàn được trang văn bản.', wayOut: 'Xuất ra Word; nếu cần PDF, báo mã lỗi cho người quản trị.' },
}

/** The two sentences for a failure of any code. */
export function wordFailure<C extends AppErrorCode>(
  code: C,
  details: AppErrorDetails[C],
): { readonly says: string; readonly wayOut: string } {
  const wording: Wording[C] = failures[code]
  return { says: wording.says(details), wayOut: wording.wayOut }
}
