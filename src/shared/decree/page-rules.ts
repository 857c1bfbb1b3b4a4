import { rule } from './rule.ts'

/** The page (Phụ lục I, Phần I, Mục I). Lengths in millimetres, sizes in points. */
export const pageRules = {
  paper: rule('P1', 'I.I.1', 'error', { width: 210, height: 297 }),
  /** A body may lie on its side only for tables that are not made into appendices. */
  bodyOrientation: rule('P2', 'I.I.2', 'error', 'portrait' as const),
  marginTop: rule('P3', 'I.I.3', 'error', { min: 20, max: 25 }),
  marginBottom: rule('P3', 'I.I.3', 'error', { min: 20, max: 25 }),
  marginLeft: rule('P4', 'I.I.3', 'error', { min: 30, max: 35 }),
  marginRight: rule('P5', 'I.I.3', 'error', { min: 15, max: 20 }),
  /** The decree speaks of the upright page; on its side the same four edges as read are practice. */
  landscapeMargins: rule('P6', 'I.I.3', 'advice', null),
  font: rule('P7', 'I.I.4', 'error', 'Times New Roman'),
  blackText: rule('P7', 'I.I.4', 'error', ['auto', '000000']),
  pageNumber: rule('P8', 'I.I.7', 'error', { size: { min: 13, max: 14 }, bold: false, italic: false, align: 'center' as const }),
  pageNumberHiddenOnFirstPage: rule('P8', 'I.I.7', 'error', true),
  /** Each appendix counts its own pages from 1. */
  appendixNumbering: rule('P9', 'I.III.1.đ', 'error', { start: 1 }),
}
