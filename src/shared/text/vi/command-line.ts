import type { DeadlineKind } from '../../domain/deadline.ts'
import { writeDay } from '../../language/day.ts'

const deadlineKinds: Readonly<Record<DeadlineKind, string>> = {
  'date': 'đúng ngày',
  'by': 'chậm nhất',
  'month': 'tháng',
  'quarter': 'quý',
  'half-year': 'nửa năm',
  'year': 'năm',
  'period': 'khoảng thời gian',
  'recurring': 'định kỳ',
  'continuous': 'thường xuyên',
  'relative': 'tính từ một sự kiện',
  'reference': 'theo văn bản khác',
  'unknown': 'chưa xác định',
}

/** Words of the command line: help, results for people, sentences of its own failures. Commands and options stay in English letters for scripts. */
export const commandLineText = {
  description: 'Bàn làm việc CCHC không cần cửa sổ: nhập kế hoạch, phụ lục; xem nhiệm vụ, độ phủ; xuất văn bản.',
  commands: {
    importPlan: 'Đọc một kế hoạch (.docx, .txt) và nhận vào dữ liệu.',
    importAppendix: 'Đọc phụ lục (.docx, .xlsx) và nhận nhiệm vụ vào kế hoạch.',
    tasks: 'Liệt kê nhiệm vụ của kế hoạch; với --status: tình hình đến hôm nay.',
    progress: 'Tiến độ của các đơn vị.',
    progressAdd: 'Ghi một lần báo cáo tiến độ của một đơn vị.',
    progressVerify: 'Xác nhận các báo cáo chưa xác nhận của năm, của một nhiệm vụ hoặc của một đơn vị.',
    extension: 'Gia hạn.',
    extensionAdd: 'Ghi một lần gia hạn: cho cả nhiệm vụ, hoặc cho một đơn vị (--agency).',
    remind: 'Soạn công văn đôn đốc các đầu việc quá hạn ra một thư mục: một công văn chung, hoặc mỗi cơ quan một công văn.',
    agencyForms: 'Lập Phiếu cập nhật tiến độ (.xlsx), mỗi đơn vị một tệp, ra một thư mục.',
    importProgress: 'Nhận các Phiếu cập nhật tiến độ đã điền; phiếu có lỗi thì báo từng ô và không nhận dòng nào.',
    coverage: 'Những câu, nhiệm vụ, cơ quan còn bỏ sót.',
    export: 'Xuất kế hoạch, phụ lục, danh mục của cơ quan, bảng phân công ra tệp.',
    plans: 'Liệt kê các kế hoạch.',
    initSample: 'Tạo dữ liệu mẫu (tỉnh mẫu và kế hoạch năm 2023) vào thư mục của --workspace.',
    backUp: 'Sao lưu dữ liệu.',
    citations: 'Viện dẫn của một kế hoạch: chỗ cần sửa, văn bản chưa ghi nhận; không nói kế hoạch nào thì in sổ văn bản viện dẫn.',
    plan: 'Việc với cả một kế hoạch.',
    planClone: 'Lập bản thảo kế hoạch năm sau từ kế hoạch cũ.',
    planMergeWord: 'Nhận bản Word đã sửa vào kế hoạch đã xuất ra nó (chỗ hai bên cùng sửa thì để lại cho người chọn).',
    planFlags: 'Những chỗ của kế hoạch cũ còn phải rà trong một kế hoạch.',
  },
  options: {
    workspace: 'thư mục dữ liệu (mặc định: dữ liệu của người dùng trên máy này)',
    json: 'in kết quả dạng JSON cho máy đọc',
    year: 'năm của kế hoạch',
    plan: 'mã của kế hoạch, khi một năm có nhiều kế hoạch',
    from: 'năm của kế hoạch cũ',
    to: 'năm của kế hoạch mới',
    theirs: 'chỗ hai bên cùng sửa thì lấy theo tệp',
    dryRun: 'chỉ đọc và báo kết quả, không ghi gì',
    replace: 'thay toàn bộ nhiệm vụ hiện có của kế hoạch',
    createFields: 'không thêm vào danh mục những lĩnh vực chưa có',
    status: 'tình hình từng nhiệm vụ của năm: đèn, số đơn vị xong, chưa cập nhật',
    listOut: 'ghi danh sách (với --status) ra tệp .docx, .pdf hoặc .xlsx',
    listAgency: 'chỉ phần của một cơ quan (với --status --out)',
    listMember: 'chỉ phần của một thành viên (với --status --out)',
    light: 'chỉ một tình trạng (với --status --out): overdue | due-soon | not-due | done-on-time | done-late | …',
    task: 'mã nhiệm vụ (in ở tasks --status)',
    extendedAgency: 'tên đơn vị được gia hạn; mặc định: mọi đơn vị của nhiệm vụ',
    extendedDue: 'mốc được gia hạn (m1, m2:2023-Q2…); mặc định: m1',
    newDue: 'hạn mới, dd/MM/yyyy',
    decided: 'ngày quyết định gia hạn, dd/MM/yyyy',
    reason: 'lý do',
    reportingAgency: 'tên đơn vị báo cáo',
    state: 'not-started | in-progress | done | paused | not-doing',
    on: 'ngày thực hiện, dd/MM/yyyy',
    due: 'mốc được báo cáo (m1, m2:2023-Q2…); mặc định: cả nhiệm vụ',
    percent: 'phần trăm, 0–100',
    result: 'kết quả',
    difficulty: 'khó khăn, vướng mắc',
    proposal: 'đề xuất, kiến nghị',
    explanation: 'giải trình khi hoàn thành mà không có tài liệu kiểm chứng',
    evidence: 'số, ký hiệu tài liệu kiểm chứng',
    evidenceFile: 'tệp tài liệu kiểm chứng',
    channel: 'agency | letter | call | meeting | form',
    basis: 'số, ký hiệu văn bản làm căn cứ (tạm dừng, không thực hiện)',
    outFolder: 'thư mục ghi ra; tệp cùng tên đã có thì ghi tên khác bên cạnh',
    followedYear: 'năm theo dõi (mặc định: năm mới nhất có kế hoạch đã ban hành)',
    asOf: 'tính đến ngày, dd/MM/yyyy (mặc định: hôm nay)',
    formAgency: 'tên đơn vị, ghi được nhiều tên (mặc định: mọi đơn vị còn việc phải báo cáo)',
    each: 'mỗi cơ quan một công văn (mặc định: một công văn chung có phụ lục)',
    issuer: 'province | standing | committee: UBND tỉnh (mặc định), cơ quan thường trực, Ban Chỉ đạo',
    withHelpers: 'cả việc phối hợp (mặc định: chỉ việc chủ trì)',
    leadOnly: 'chỉ việc đơn vị chủ trì',
    what: 'plan | appendix | agency-list | member-table | leader-reading',
    agency: 'tên cơ quan (cho agency-list)',
    member: 'tên thành viên (cho member-table; mặc định: mọi thành viên)',
    format: 'docx | pdf',
    out: 'tệp ghi ra; tệp cũ cùng tên bị thay',
    copy: 'paper (có số, ngày) | electronic (để trống cho hệ thống điền; mặc định)',
  },
  failed: (sentence: string, wayOut: string): string => `${sentence} ${wayOut}`,
  wrongUse: (problem: string): string => `Lệnh chưa đúng: ${problem.replace(/\.$/, '')}.`,
  wrongUseWayOut: 'Gõ `npm run cchc -- --help` để xem cách dùng.',
  wrongNumber: (option: string, value: string): string => `${option} phải là số năm, không phải “${value}”`,
  wrongChoice: (option: string, value: string, choices: readonly string[]): string =>
    `${option} không nhận “${value}”, chỉ nhận ${choices.join(', ')}`,
  wrongDay: (option: string, value: string): string => `${option} phải là ngày dd/MM/yyyy, không phải “${value}”`,
  verified: (count: number): string => `Đã xác nhận ${count} báo cáo.`,
  extended: (old: string, until: string): string => `Đã gia hạn từ ${writeDay(old)} đến ${writeDay(until)}.`,
  missing: (option: string): string => `thiếu ${option}`,
  unknownOption: (option: string): string => `không có tùy chọn ${option}`,
  unknownCommand: (command: string): string => (command === '' ? 'chưa nói lệnh nào' : `không có lệnh “${command}”`),
  excessArguments: 'thừa tham số',
  noWorkspaceWayOut:
    'Mở chương trình để tạo đơn vị, chỉ thư mục dữ liệu bằng --workspace, hoặc tạo dữ liệu mẫu: npm run cchc -- init-sample --workspace THƯ_MỤC.',
  help: 'xem cách dùng',
  version: 'xem phiên bản',
  usage: 'Cách dùng:',
  optionsTitle: 'Tùy chọn:',
  commandsTitle: 'Lệnh:',
  argumentsTitle: 'Tham số:',
  sampleRegistry: 'Chưa có dữ liệu đơn vị ở đây; tên cơ quan được đối chiếu với danh mục của tỉnh mẫu.',
  planRead: (facts: {
    readonly parts: number
    readonly headings: number
    readonly bullets: number
    readonly footnotes: number
    readonly citations: number
    readonly recipients: number
  }): string =>
    `Đã đọc: ${facts.parts} phần, ${facts.headings} mục, ${facts.bullets} gạch đầu dòng nhiệm vụ, ${facts.footnotes} cước chú, ${facts.citations} văn bản được trích dẫn, ${facts.recipients} nơi nhận.`,
  warnings: (count: number): string => (count === 0 ? 'Không có chỗ nào phải xem lại.' : `${count} chỗ cần xem lại:`),
  warningAt: (line: number | null, message: string): string => (line === null ? `- ${message}` : `- dòng ${line}: ${message}`),
  repeated: (said: string, times: number): string => (times === 1 ? said : `${said} (${times} chỗ)`),
  planAccepted: (id: string, year: number): string => `Đã nhận kế hoạch năm ${year}, mã ${id}.`,
  planCloned: (id: string, year: number): string => `Đã lập bản thảo kế hoạch năm ${year}, mã ${id}.`,
  flagsCounted: (open: number, red: number, done: number, kept: number): string =>
    `${open} việc cần rà (${red} phải sửa), ${done} đã sửa, ${kept} giữ nguyên.`,
  nothingWritten: 'Chưa ghi gì (--dry-run).',
  appendixRead: (rows: number): string => `Đã đọc ${rows} nhiệm vụ.`,
  appendixAccepted: (rows: number): string => `Đã nhận ${rows} nhiệm vụ vào kế hoạch.`,
  row: (row: {
    readonly stt: number
    readonly task: string
    readonly lead: string
    readonly deadline: string
    readonly kind: DeadlineKind
  }): string =>
    `  ${row.stt}. ${row.task} | ${row.lead} | ${row.deadline === '' ? '(chưa có thời hạn)' : row.deadline} [${deadlineKinds[row.kind]}]`,
  noLead: '(chưa có chủ trì)',
  noField: 'Chưa xếp lĩnh vực',
  merged: (taken: number, all: number): string =>
    taken === all ? `Đã nhận ${taken} thay đổi.` : `Đã nhận ${taken} trên ${all} thay đổi; số còn lại hai bên cùng sửa, cần người chọn.`,
  exported: (file: string): string => `Đã ghi ${file}`,
  sampleReady: (folder: string): string => `Dữ liệu mẫu đã sẵn sàng trong ${folder}`,
  backedUp: (file: string): string => `Đã sao lưu vào ${file}`,
  planLine: (year: number, subject: string, status: string, id: string): string => `${year}  ${subject}  (${status})  ${id}`,
} as const
