/** What is wrong with a pack, after "không dùng được: ". */
export const packProblems: Readonly<Record<string, string>> = {
  format: 'không phải gói bàn giao (.cchc)',
  damaged: 'tệp hỏng hoặc bị cắt cụt',
  manifest: 'phần mô tả không hợp lệ',
  signature: 'chữ ký không khớp nội dung',
  parts: 'nội dung không khớp với phần mô tả đã ký',
  rows: 'có bản ghi không hợp lệ',
  ids: 'có bản ghi trùng mã với bản ghi khác ở máy này',
  plan: 'có bản ghi không thuộc kế hoạch được bàn giao',
  hash: 'nội dung không khớp mã kiểm tra',
}

/** Why a pack cannot be taken in here; also the head of what is shown when it is opened. */
export const packVerdicts: Readonly<Record<string, string>> = {
  'receive': 'Người gửi bàn giao để bạn làm tiếp.',
  'receive-workspace': 'Người gửi bàn giao toàn bộ dữ liệu để bạn làm tiếp.',
  'take-back': 'Bản bàn giao được trả lại.',
  'already-received': 'Gói này đã nhận ở máy này rồi.',
  'already-returned': 'Bản trả lại này đã nhận rồi.',
  'own': 'Gói này do chính máy này bàn giao đi; người nhận mở gói này, không phải người giao.',
  'late': 'Bản này trả về sau khi đã thu hồi hoặc đã nhận bản khác, nên không áp dụng thẳng được.',
  'unknown': 'Máy này không có lần bàn giao nào ứng với gói này.',
  'plan-exists': 'Máy này đã có kế hoạch đó với nội dung khác.',
}

/** "20231231" has no place in a file's name that people read: 2023-12-31 is sorted and read alike. */
const inFileName = (title: string): string =>
  title
    .replace(/[\\/:*?"<>|]/g, '-')
    .slice(0, 80)
    .trim()

export const handOverText = {
  fileName: (title: string, direction: 'given' | 'returned', day: string): string =>
    `${direction === 'given' ? 'Bàn giao' : 'Trả lại'} - ${inFileName(title)} - ${day}.cchc`,
  givenTo: (name: string): string => `Bàn giao cho ${name}`,
  sentBackTo: (name: string): string => `Trả lại ${name}`,
  receivedFrom: (name: string): string => `Nhận bàn giao từ ${name}`,
  takenBackFrom: (name: string, count: number): string =>
    `Nhận bản ${name} trả lại; ${count} thao tác của người nhận được giữ trong nhật ký bàn giao`,
  roundOf: (name: string, day: string): string => `Bản của ${name}, gửi ngày ${day}`,
  logFile: (name: string): string => `Nhật ký bàn giao của ${name}.json`,
  collecting: 'Đang gom dữ liệu',
  sealing: 'Đang nén và mã hóa',
  opening: 'Đang giải mã và kiểm tra',
  comparing: 'Đang so sánh',
  packFiles: 'Gói bàn giao',
}
