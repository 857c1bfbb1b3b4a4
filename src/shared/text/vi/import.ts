import type { DraftWarningCode } from '../../domain/draft.ts'

/** One sentence that says what is in doubt (the words in doubt given), and one way out, for every doubt a reader may raise. */
export const draftWarnings: Readonly<Record<DraftWarningCode, { readonly says: (excerpt: string) => string; readonly wayOut: string }>> = {
  'line-not-placed': { says: (words) => `Không rõ dòng “${words}” thuộc phần nào.`, wayOut: 'Chọn loại đoạn cho dòng này, hoặc bỏ dòng.' },
  'heading-numbering-jump': {
    says: (words) => `Số mục nhảy quãng tại “${words}”.`,
    wayOut: 'Kiểm tra xem tệp có thiếu mục nào không; số mục sẽ được đánh lại.',
  },
  'footnote-without-anchor': {
    says: (words) => `Cước chú “${words}” không có chỗ đánh dấu trong câu.`,
    wayOut: 'Đặt con trỏ vào đúng câu rồi gắn cước chú.',
  },
  'anchor-without-footnote': {
    says: (words) => `Có dấu cước chú tại “${words}” nhưng không thấy nội dung.`,
    wayOut: 'Gõ nội dung cước chú, hoặc bỏ dấu.',
  },
  'citation-without-date-word': {
    says: (words) => `Trích dẫn “${words}” viết thiếu chữ “ngày”.`,
    wayOut: 'Sửa lại câu chữ nếu cần; trích dẫn vẫn được nhận ra.',
  },
  'letterhead-not-found': {
    says: () => 'Không thấy phần đầu văn bản (tên cơ quan, Quốc hiệu).',
    wayOut: 'Phần đầu lấy theo đơn vị của tôi; sửa ở biểu mẫu nếu cần.',
  },
  'recipients-not-found': { says: () => 'Không thấy phần Nơi nhận.', wayOut: 'Nơi nhận lấy theo đơn vị của tôi; sửa ở biểu mẫu nếu cần.' },
  'signature-not-found': { says: () => 'Không thấy phần ký.', wayOut: 'Phần ký lấy theo đơn vị của tôi; sửa ở biểu mẫu nếu cần.' },
  'tracked-changes-accepted': {
    says: () => 'Tệp có vết sửa (Track Changes): đã lấy bản sau khi sửa.',
    wayOut: 'Nếu cần bản trước khi sửa, từ chối các sửa đổi trong Word rồi nhập lại.',
  },
  'comments-dropped': { says: () => 'Các chú thích bên lề (Comment) không được lấy vào.', wayOut: 'Xem lại chú thích trong tệp gốc.' },
  'text-repaired': { says: (words) => `Đã sửa lỗi mã chữ tại “${words}”.`, wayOut: 'Đọc lại chỗ này so với bản gốc.' },
  'hidden-text-dropped': {
    says: (words) => `Chữ ẩn “${words}” trong tệp Word không được lấy vào.`,
    wayOut: 'Nếu cần, bỏ thuộc tính Hidden trong Word rồi nhập lại.',
  },
  'paragraph-break-guessed': {
    says: (words) => `Không rõ “${words}” là đoạn mới hay viết tiếp câu trước; đã tách thành đoạn mới.`,
    wayOut: 'Nối với đoạn trước nếu tách sai.',
  },
  'paragraph-join-guessed': {
    says: (words) => `Không rõ “${words}” là đoạn mới hay viết tiếp câu trước; đã nối vào đoạn trước.`,
    wayOut: 'Tách thành đoạn mới nếu nối sai.',
  },
  'running-head-dropped': {
    says: (words) => `Dòng “${words}” lặp lại ở đầu hoặc cuối các trang, được coi là tiêu đề trang nên không lấy vào.`,
    wayOut: 'Nếu đó là lời văn của kế hoạch, gõ lại vào đúng chỗ.',
  },
  'hyphen-at-line-end': {
    says: (words) => `Dấu gạch nối đứng cuối dòng tại “${words}”.`,
    wayOut: 'Xóa dấu cách sau gạch nối nếu hai phần liền nhau.',
  },
  'heading-without-number': {
    says: (words) => `Mục “${words}” không có số trong tệp, được nhận theo kiểu chữ.`,
    wayOut: 'Kiểm tra lại cấp của mục; số mục sẽ được đánh tự động.',
  },
  'level-renamed': {
    says: (words) => `Cách đánh số “${words}” được đổi sang cấp tương ứng của kế hoạch.`,
    wayOut: 'Kiểm tra lại cấp của mục này.',
  },
  'agency-not-recognised': {
    says: (words) => `Chưa nhận ra cơ quan “${words}”.`,
    wayOut: 'Chọn cơ quan trong danh sách, hoặc thêm tên này vào danh mục đơn vị.',
  },
  'agency-not-active': {
    says: (words) => `“${words}” không hoạt động vào thời điểm của kế hoạch.`,
    wayOut: 'Chọn cơ quan kế thừa, hoặc kiểm tra năm của kế hoạch.',
  },
  'agency-ambiguous': { says: (words) => `“${words}” có thể là nhiều cơ quan.`, wayOut: 'Chọn đúng cơ quan.' },
  'agency-spelling': {
    says: (words) => `Tên “${words}” viết chưa đúng, đã hiểu theo tên gần nhất.`,
    wayOut: 'Kiểm tra lại cơ quan đã nhận.',
  },
  'deadline-not-understood': {
    says: (words) => `Chưa hiểu thời hạn “${words}”.`,
    wayOut: 'Để nguyên là “chưa xác định”, hoặc viết lại thời hạn.',
  },
  'deadline-doubtful': { says: (words) => `Thời hạn “${words}” có thể hiểu khác.`, wayOut: 'Xác nhận cách hiểu, hoặc viết lại thời hạn.' },
  'column-guessed': { says: (words) => `Cột “${words}” được đoán theo nội dung.`, wayOut: 'Chọn lại cột nếu đoán sai.' },
  'column-missing': { says: (words) => `Bảng không có cột ${words}.`, wayOut: 'Điền sau ở bảng phụ lục, hoặc chọn cột khác.' },
  'column-kept-as-extra': { says: (words) => `Cột “${words}” được giữ nguyên làm cột thêm.`, wayOut: 'Chọn ý nghĩa khác cho cột nếu cần.' },
  'table-not-read': {
    says: (words) => `Bảng “${words}” không phải bảng nhiệm vụ nên không lấy vào.`,
    wayOut: 'Nếu là bảng nhiệm vụ, sửa tên cột trong tệp rồi nhập lại, hoặc dán các ô của bảng.',
  },
  'footnote-in-cell': {
    says: (words) => `Cước chú “${words}” trong ô bảng được đặt trong ngoặc đơn ngay sau chữ mà nó giải thích.`,
    wayOut: 'Sửa lại câu chữ trong ô nếu cần.',
  },
  'row-not-understood': { says: (words) => `Không hiểu hàng “${words}”.`, wayOut: 'Xem lại hàng này trong tệp gốc, nhập tay nếu cần.' },
  'row-without-lead': { says: (words) => `Nhiệm vụ “${words}” chưa có cơ quan chủ trì.`, wayOut: 'Phân công cơ quan chủ trì.' },
  'field-not-recognised': {
    says: (words) => `Lĩnh vực “${words}” chưa có trong danh mục.`,
    wayOut: 'Cho thêm lĩnh vực này khi nhận vào, hoặc chọn lĩnh vực có sẵn.',
  },
  'numbering-repeated': { says: (words) => `Số thứ tự ${words} bị lặp.`, wayOut: 'Số thứ tự sẽ được đánh lại.' },
  'cells-merged': { says: (words) => `Ô gộp “${words}” được hiểu là chung cho các cột, hàng đã gộp.`, wayOut: 'Kiểm tra lại các ô này.' },
  'table-joined': { says: () => 'Bảng bị cắt đôi đã được ghép lại.', wayOut: 'Kiểm tra chỗ ghép.' },
  'hidden-cells-skipped': {
    says: () => 'Trang tính, hàng hoặc cột bị ẩn trong tệp Excel không được lấy vào.',
    wayOut: 'Nếu cần, bỏ ẩn trong Excel, lưu lại rồi nhập.',
  },
}

/** What a failure calls a text that came from the clipboard and has no file name. */
export const pastedText = 'văn bản vừa dán'

/** What a column of a table is called whose title is empty; columns count from 1. */
export const untitledColumn = (column: number): string => `Cột ${column}`
