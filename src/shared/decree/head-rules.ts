import { documentTypeAbbreviations } from './document-type.ts'
import { rule, type Typography } from './rule.ts'

const upright = { italic: false } as const
const centred = { align: 'center' } as const

/** The head of the paper: khoản 1–5 of Mục II, with table V. */
export const headRules = {
  nationalName: rule<Typography & { text: string }>('H1', 'I.II.1.a', 'error', {
    text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    letters: 'upper',
    size: { min: 12, max: 13 },
    bold: true,
    ...upright,
    ...centred,
  }),
  motto: rule<Typography & { text: string }>('H2', 'I.II.1.b', 'error', {
    text: 'Độc lập - Tự do - Hạnh phúc',
    letters: 'sentence',
    size: { min: 13, max: 14 },
    bold: true,
    ...upright,
    ...centred,
  }),
  /** Rules are counted in shares of the length of the line of text above them. */
  mottoRule: rule('H3', 'I.II.1.b', 'error', { min: 1, max: 1 }),
  superior: rule<Typography>('H4', 'I.II.2.b', 'error', {
    letters: 'upper',
    size: { min: 12, max: 13 },
    bold: false,
    ...upright,
    ...centred,
  }),
  issuer: rule<Typography>('H5', 'I.II.2.b', 'error', { letters: 'upper', size: { min: 12, max: 13 }, bold: true, ...upright, ...centred }),
  issuerRule: rule('H6', 'I.II.2.b', 'error', { min: 1 / 3, max: 1 / 2 }),
  number: rule<Typography>('H7', 'I.II.3.c', 'error', {
    letters: 'sentence',
    size: { min: 13, max: 13 },
    bold: false,
    ...upright,
    ...centred,
  }),
  /** "Số: 05/KH-UBND": no spaces round the signs, a zero before a number below 10. */
  numberPattern: rule('H7', 'I.II.3.c', 'error', /^Số: (?:0[1-9]|[1-9]\d+)\/(?:[A-ZĐ][A-Za-zĐđ]*-)?[A-ZĐ&]+(?:-[A-ZĐ.&]+)*$/),
  placeDate: rule<Typography>('H8', 'I.II.4.c', 'error', {
    letters: 'sentence',
    size: { min: 13, max: 14 },
    bold: false,
    italic: true,
    align: 'center',
  }),
  documentType: rule<Typography>('H9', 'I.II.5.b', 'error', {
    letters: 'upper',
    size: { min: 13, max: 14 },
    bold: true,
    ...upright,
    ...centred,
  }),
  subject: rule<Typography>('H10', 'I.II.5.b', 'error', {
    letters: 'sentence',
    size: { min: 13, max: 14 },
    bold: true,
    ...upright,
    ...centred,
  }),
  subjectRule: rule('H11', 'I.II.5.b', 'error', { min: 1 / 3, max: 1 / 2 }),
  /** Of a công văn, which has no name of its type: "V/v …" under its number, 6 pt below it and without a rule. */
  letterSubject: rule<Typography & { starts: string }>('H12', 'I.II.5.b', 'error', {
    starts: 'V/v ',
    letters: 'sentence',
    size: { min: 12, max: 13 },
    bold: false,
    ...upright,
    ...centred,
  }),
  letterSubjectSpace: rule('H12', 'I.II.5.b', 'error', { min: 6 }),
  /** The symbol of a công văn begins with its issuer: none of these stands before it. "CV" is custom, and no abbreviation of the decree. */
  letterSymbolWithout: rule<readonly string[]>('X10', 'I.II.3.b', 'error', ['CV', ...Object.values(documentTypeAbbreviations)]),
  /** Sizes move together: 13/14/14 or 12/13/13 for national name, motto, place and date (table V, footnote 1). */
  sizesTogether: rule('X1', 'I.V.1', 'error', [
    { nationalName: 12, motto: 13, placeDate: 13 },
    { nationalName: 13, motto: 14, placeDate: 14 },
  ]),
}
