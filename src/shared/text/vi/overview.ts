/** Words of the screen "Tổng quan". */
export const overviewText = {
  title: 'Tổng quan',
  planOfYear: 'Kế hoạch đang làm',
  nextSteps: 'Việc tiếp theo',
  continueWriting: 'Soạn tiếp',
  openAppendix: 'Mở phụ lục',
  counts: {
    provisions: 'câu, mục',
    tasks: 'nhiệm vụ',
    withoutLead: 'chưa có cơ quan chủ trì',
    withoutDeadline: 'chưa rõ thời hạn',
    withoutProduct: 'chưa có sản phẩm',
    provisionsWithoutTask: 'câu chưa có nhiệm vụ',
    unrecognised: 'có tên cơ quan chưa nhận diện',
  },
  allDone: 'Mọi câu đã có nhiệm vụ, mọi nhiệm vụ đã đủ cơ quan, sản phẩm, thời hạn.',
  recent: 'Thay đổi gần đây',
  noChanges: 'Chưa có thay đổi nào.',
  changeLine: (what: string, who: string): string => `${what} · ${who}`,
} as const
