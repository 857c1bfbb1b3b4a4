/** Words of following one task: its pane, its forms. */
export const followUpText = {
  proofFiles: 'PDF, Word, Excel, PowerPoint, ảnh quét hoặc tệp nén',
} as const
