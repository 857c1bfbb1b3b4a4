import type { ProgressState } from '#shared/domain/progress.ts'
import type { SeededRandom } from './seeded-random.ts'

// What offices write when they answer. The sentences are made up in the manner of such answers; no office said them.

const results: Readonly<Record<ProgressState, readonly string[]>> = {
  'not-started': ['Chưa triển khai, đang chờ văn bản hướng dẫn', 'Chưa triển khai do chưa bố trí được kinh phí'],
  'in-progress': [
    'Đang dự thảo, đã lấy ý kiến các phòng chuyên môn',
    'Đã ban hành văn bản triển khai, đang tổng hợp kết quả',
    'Đã phân công đơn vị đầu mối, đang rà soát số liệu',
    'Đã gửi dự thảo lấy ý kiến các cơ quan liên quan',
    'Đang triển khai theo kế hoạch, đạt khối lượng đề ra trong kỳ',
    'Đã họp thống nhất nội dung, đang hoàn thiện hồ sơ trình',
  ],
  'done': [
    'Đã hoàn thành, sản phẩm đã được ban hành',
    'Đã hoàn thành và báo cáo kết quả về Sở Nội vụ',
    'Đã thực hiện xong các nội dung được giao',
    'Đã ban hành, triển khai đến các đơn vị trực thuộc',
    'Đã trình và được phê duyệt',
  ],
  'paused': ['Tạm dừng theo văn bản của cấp có thẩm quyền', 'Tạm dừng chờ văn bản quy phạm pháp luật của Trung ương'],
  'not-doing': ['Không thực hiện theo ý kiến của UBND tỉnh', 'Không thực hiện do nội dung đã lồng ghép vào nhiệm vụ khác'],
}

const difficulties = [
  'Thiếu biên chế chuyên trách về cải cách hành chính',
  'Kinh phí được giao chưa đáp ứng yêu cầu',
  'Phần mềm dùng chung còn lỗi, kết nối dữ liệu chậm',
  'Văn bản hướng dẫn của bộ, ngành ban hành chậm',
  'Công chức phụ trách kiêm nhiệm nhiều việc',
  'Hạ tầng công nghệ thông tin ở cấp xã chưa đồng bộ',
  'Số liệu của các đơn vị gửi chậm, phải tổng hợp nhiều lần',
]

const proposals = [
  'Đề nghị Sở Nội vụ tổ chức tập huấn nghiệp vụ',
  'Đề nghị UBND tỉnh xem xét bổ sung kinh phí',
  'Đề nghị Sở Thông tin và Truyền thông hỗ trợ kỹ thuật',
  'Đề nghị gia hạn thời gian thực hiện',
  'Kiến nghị bộ, ngành sớm ban hành hướng dẫn',
]

const extensionReasons = [
  'Chờ hướng dẫn của bộ chủ quản',
  'Bổ sung nội dung theo ý kiến của UBND tỉnh',
  'Phát sinh khối lượng rà soát lớn hơn dự kiến',
  'Đơn vị phối hợp gửi số liệu chậm',
  'Tập trung nhân lực cho nhiệm vụ đột xuất được giao',
]

const explanations = [
  'Kết quả thể hiện trên Cổng dịch vụ công, không ban hành văn bản riêng',
  'Kết quả đã nêu trong báo cáo cải cách hành chính định kỳ',
  'Nội dung lồng ghép tại hội nghị giao ban, đã có trong thông báo kết luận',
]

/** The words of one answer. */
export interface AnswerWords {
  readonly result: string
  readonly difficulty: string
  readonly proposal: string
}

/** What an office writes of a share in a state: every fourth that is not done names a difficulty, and half of those propose something. */
export function answerWords(random: SeededRandom, state: ProgressState): AnswerWords {
  const troubled = random.chance(state === 'done' ? 0.08 : 0.25)
  return {
    result: random.pick(results[state]),
    difficulty: troubled ? random.pick(difficulties) : '',
    proposal: troubled && random.chance(0.5) ? random.pick(proposals) : '',
  }
}

export const extensionReason = (random: SeededRandom): string => random.pick(extensionReasons)
export const explanationWords = (random: SeededRandom): string => random.pick(explanations)

/** The letters an office signs with: "Sở Tài nguyên và Môi trường" is STNMT. */
export function officeLetters(name: string): string {
  return name
    .split(/[\s,-]+/)
    .filter((word) => word !== '' && word !== 'và')
    .map((word) => (word === 'UBND' ? word : word.slice(0, 1).toLocaleUpperCase('vi')))
    .join('')
}
