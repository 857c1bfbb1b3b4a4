import { rule, type Range, type Typography } from './rule.ts'

const size = { min: 13, max: 14 } as const
const heading: Typography = { letters: 'sentence', size, bold: true, italic: false, align: 'both' }

/** The text: khoản 6 of Mục II. Indents in millimetres, spaces in points, line spacing in lines. */
export const bodyRules = {
  text: rule<Typography>('B2', 'I.II.6.e', 'error', { letters: 'sentence', size, bold: false, italic: false, align: 'both' }),
  justified: rule('B3', 'I.II.6.e', 'error', 'both' as const),
  firstLineIndent: rule<readonly number[]>('B4', 'I.II.6.e', 'error', [10, 12.7]),
  paragraphSpace: rule('B5', 'I.II.6.e', 'error', { min: 6 }),
  lineSpacing: rule<Range>('B6', 'I.II.6.e', 'error', { min: 1, max: 1.5 }),
  legalBasis: rule<Typography>('B7', 'I.II.6.a', 'error', { letters: 'sentence', size, bold: false, italic: true, align: 'both' }),
  /** Each legal basis ends with a semicolon, the last with a full stop. */
  legalBasisEnds: rule('B7', 'I.II.6.a', 'error', { each: ';', last: '.' }),
  partWord: rule<Typography>('B12', 'I.II.6.đ', 'error', { ...heading, align: 'center' }),
  partTitle: rule<Typography>('B13', 'I.II.6.đ', 'error', { ...heading, letters: 'upper', align: 'center' }),
  /** "I. NHỮNG KẾT QUẢ…": number and title of a section on one line (table V, 6b). */
  sectionTitle: rule<Typography>('B14', 'I.V.6.b', 'error', { ...heading, letters: 'upper' }),
  headingTitle: rule<Typography>('B15', 'I.V.6.b', 'error', heading),
  article: rule<Typography>('B16', 'I.II.6.đ', 'error', heading),
  /** The text ends in "./." (all forms of Phụ lục III). */
  ending: rule('X13', 'M1.4', 'error', './.'),
}
