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
  'closed': 'Gói này đã được đóng lại; mở lại tệp để xem tiếp.',
  'plan-exists': 'Máy này đã có kế hoạch đó với nội dung khác.',
}

/** What Windows takes no file name with. */
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

  // the window
  title: 'Bàn giao',
  hint: 'Giao một kế hoạch hoặc toàn bộ dữ liệu cho đồng nghiệp bằng một tệp có mật khẩu. Trong lúc đó bản ở máy này chỉ để xem, nên không ai sửa đè lên ai.',
  give: 'Bàn giao…',
  giveWorkspace: 'Bàn giao toàn bộ…',
  open: 'Mở gói bàn giao…',
  welcomeHint: 'Đồng nghiệp đã bàn giao toàn bộ dữ liệu cho bạn bằng một tệp .cchc.',
  openKeywords: 'cchc nhận bàn giao trả lại',
  sendBack: 'Trả lại…',
  reclaim: 'Thu hồi…',
  takeBackSent: 'Rút lại để sửa tiếp…',
  packAgain: 'Tạo lại gói…',
  showLog: 'Nhật ký của người nhận',
  none: 'Chưa bàn giao lần nào.',
  states: {
    given: 'Đang bàn giao',
    returned: 'Đã nhận lại',
    reclaimed: 'Đã thu hồi',
    received: 'Đang giữ',
    'sent-back': 'Đã trả lại',
    closed: 'Đã kết thúc',
  },
  line: (handOver: { state: string; otherName: string; day: string }): string =>
    handOver.state === 'given' || handOver.state === 'returned' || handOver.state === 'reclaimed'
      ? `giao cho ${handOver.otherName} ngày ${handOver.day}`
      : `nhận từ ${handOver.otherName} ngày ${handOver.day}`,
  wholeWorkspace: 'Toàn bộ dữ liệu',
  reasonSaid: (reason: string): string => `Lý do: ${reason}`,
  givenBanner: (title: string, name: string, day: string): string => `“${title}” đang bàn giao cho ${name} từ ${day} – chỉ xem.`,
  sentBackBanner: (title: string, name: string, day: string): string => `“${title}” đã trả lại ${name} ngày ${day} – chỉ xem.`,
  receivedBanner: (title: string, name: string, day: string): string => `Bạn đang giữ “${title}” do ${name} bàn giao ngày ${day}.`,
  openReturned: 'Nhận bản trả lại…',

  // giving
  giveTitle: 'Bàn giao',
  sendBackTitle: (name: string): string => `Trả lại ${name}`,
  againTitle: 'Tạo lại gói bàn giao',
  what: 'Nội dung bàn giao',
  thisPlan: (title: string): string => `Kế hoạch “${title}”, cùng phụ lục, nhiệm vụ, các lần dự thảo`,
  everything: 'Toàn bộ dữ liệu của đơn vị, cùng nhật ký',
  toName: 'Bàn giao cho',
  toNameHint: 'Họ tên, đơn vị của người nhận',
  fromName: (name: string): string => `Người gửi ghi trong gói: ${name}`,
  passphrase: 'Mật khẩu của gói',
  passphraseAgain: 'Nhập lại mật khẩu',
  showPassphrase: 'Hiện, ẩn các chữ',
  passphraseHint: 'Ít nhất 8 ký tự. Báo cho người nhận qua điện thoại, không gửi kèm tệp.',
  makePassphrase: 'Tạo mật khẩu',
  passphraseShort: 'Mật khẩu cần ít nhất 8 ký tự.',
  passphraseDiffers: 'Hai lần nhập không giống nhau.',
  giveExplain: 'Lưu gói xong, bản ở máy này chỉ để xem cho đến khi nhận lại bản trả về hoặc thu hồi.',
  sendBackExplain: 'Lưu gói xong, bản ở máy này chỉ để xem; người giao mở gói để nhận lại.',
  againExplain: 'Gói mới có cùng nội dung với gói trước, chỉ khác mật khẩu.',
  savePack: 'Lưu gói…',
  saved: 'Đã lưu gói bàn giao',
  savedText: (name: string): string => `Chuyển tệp này cho ${name} (USB, thư điện tử, Zalo) và báo mật khẩu qua điện thoại.`,
  savedPassphrase: 'Mật khẩu',
  fileLabel: 'Tệp',
  showInFolder: 'Mở thư mục',

  // opening
  openTitle: 'Mở gói bàn giao',
  openButton: 'Mở gói',
  askPassphrase: 'Hỏi người gửi mật khẩu của gói này.',
  notAPack: 'Chỉ nhận một tệp gói bàn giao (.cchc).',
  from: 'Người gửi',
  to: 'Gửi cho',
  sentAt: 'Lúc',
  fingerprint: 'Mã khóa',
  fingerprintHint: 'Có thể đọc cho nhau qua điện thoại để chắc đúng người gửi.',
  signers: {
    known: 'đã từng nhận gói của khóa này',
    new: 'lần đầu nhận gói của khóa này',
    changed: 'khác với khóa lần trước của người này',
  },
  contains: 'Trong gói',
  contents: (counts: { plans: number; provisions: number; tasks: number; rounds: number; files: number }): string =>
    `${counts.plans} kế hoạch, ${counts.provisions} đoạn, ${counts.tasks} nhiệm vụ, ${counts.rounds} lần dự thảo, ${counts.files} tệp`,
  missing: 'Sẽ thêm vào danh mục ở máy này',
  differences: (title: string): string => `Khác với bản ở máy này: ${title}`,
  noDifference: 'Không khác bản ở máy này chữ nào.',
  records: 'Bản ghi khác',
  recordLine: (name: string, added: number, changed: number, removed: number): string =>
    `${name}: thêm ${added}, sửa ${changed}, bỏ ${removed}`,
  workOf: 'Người gửi đã làm',
  actions: { receive: 'Nhận bàn giao', 'receive-workspace': 'Mở tại máy này', 'take-back': 'Nhận bản trả lại' },
  actionExplains: {
    'receive': 'Kế hoạch được thêm vào dữ liệu đang mở; bản của người giao chỉ để xem cho đến khi bạn trả lại.',
    'receive-workspace': 'Dữ liệu được mở thành một thư mục riêng; dữ liệu đang có ở máy này không thay đổi.',
    'take-back':
      'Nội dung ở máy này được thay bằng bản trả lại, thành một bước trong nhật ký; chữ trước đó vẫn xem được ở nhật ký, nhưng Ctrl+Z không lùi qua bước này.',
  },
  keyChanged: (name: string): string =>
    `Gói này ký bằng khóa khác với các gói trước của ${name}. Có thể họ dùng máy khác; hãy gọi điện hỏi lại mã khóa trước khi nhận.`,
  keepAsRound: 'Giữ thành một dự thảo',
  openBeside: 'Mở thành dữ liệu riêng',
  received: (title: string): string => `Đã nhận “${title}”. Sửa xong, bấm “Trả lại…”.`,
  takenBack: (title: string): string => `Đã nhận bản trả lại của “${title}”.`,
  kept: (name: string): string => `Đã giữ thành “${name}”.`,
  openedBeside: 'Đã mở thành dữ liệu riêng.',

  // reclaiming
  reclaimTitle: (name: string): string => `Thu hồi bàn giao cho ${name}`,
  takeBackTitle: (name: string): string => `Rút lại bản đã trả ${name}`,
  reclaimExplain:
    'Bản ở máy này sửa được trở lại. Nếu người nhận vẫn trả bản của họ về, bản đó không áp dụng thẳng được, chỉ xem so sánh và giữ thành một dự thảo.',
  takeBackSentExplain: 'Bản ở máy này sửa được trở lại. Gói đã gửi nên bỏ đi; sửa xong thì trả lại lần nữa.',
  reason: 'Lý do',
  reclaimed: 'Đã thu hồi; sửa được trở lại.',
  reclaimDo: 'Thu hồi',
  takeBackSentDo: 'Rút lại',
  noWork: 'Không có thao tác nào.',

  commandLine: {
    group: 'Bàn giao một kế hoạch hoặc toàn bộ dữ liệu bằng gói .cchc.',
    pack: 'Bàn giao: ghi gói ra tệp; từ đó bản ở máy này chỉ để xem.',
    return: 'Trả lại bản đang giữ cho người giao.',
    open: 'Mở gói: in người gửi, nội dung, chỗ khác; chỉ ghi khi có --accept hay --keep-as-round.',
    reclaim: 'Thu hồi bản đã giao, hoặc rút lại bản đã trả.',
    list: 'Liệt kê các lần bàn giao.',
    all: 'bàn giao toàn bộ dữ liệu thay vì một kế hoạch',
    to: 'người nhận',
    out: 'tệp gói sẽ ghi',
    passphraseFile: 'tệp có mật khẩu ở dòng đầu',
    id: 'mã lần bàn giao, khi có nhiều lần',
    reason: 'lý do, giữ trong nhật ký',
    accept: 'nhận gói (nhận bàn giao, hoặc nhận bản trả lại)',
    keepAsRound: 'giữ kế hoạch trong gói thành một dự thảo',
    written: (file: string): string => `Đã ghi gói ${file}`,
    several: (lines: readonly string[]): string => `Có nhiều lần bàn giao, nêu --id: ${lines.join('; ')}`,
  },
}
