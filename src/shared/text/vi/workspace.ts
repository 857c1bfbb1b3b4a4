/** Words that the program itself writes into a new workspace, and what a record is called where it is in use. */
export const workspaceText = {
  /** The first person at this machine, until a name is typed. */
  firstProfile: 'Cán bộ tổng hợp',
  usedBy: {
    tasks: (count: number): string => `${count} nhiệm vụ`,
    members: (count: number): string => `${count} thành viên Ban chỉ đạo`,
    goals: (count: number): string => `${count} mục tiêu của chương trình`,
    groups: (names: string): string => `nhóm ${names}`,
    fields: (names: string): string => `lĩnh vực ${names}`,
    parts: (count: number): string => `${count} đơn vị trực thuộc`,
    predecessors: (count: number): string => `${count} đơn vị được kế thừa`,
    sentences: (count: number): string => `${count} câu trong kế hoạch`,
    office: 'thông tin đơn vị',
  },
} as const
