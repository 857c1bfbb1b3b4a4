/** Words of draft rounds and of comparing them. */
export const draftRoundText = {
  name: (ordinal: number): string => `Dự thảo lần ${ordinal}`,
  subject: 'Trích yếu',
  recipients: 'Nơi nhận',
  signature: 'Phần ký',
  footnoteOf: (address: string): string => (address === '' ? 'Cước chú' : `${address}, cước chú`),
  opening: 'Mở đầu',
  unnumbered: 'Đoạn',
  appendixTitle: 'Phụ lục',
  row: (field: string, stt: number): string => `Phụ lục, mục ${field}, nhiệm vụ ${stt}`,
  rowWithoutField: (stt: number): string => `Phụ lục, nhiệm vụ ${stt}`,
} as const
