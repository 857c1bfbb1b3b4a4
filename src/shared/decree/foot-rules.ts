import { rule, type Typography } from './rule.ts'

const size = { min: 13, max: 14 } as const

/** Signature and recipients: khoản 7 and 9 of Mục II. */
export const footRules = {
  signatureAuthority: rule<Typography>('S1', 'I.II.7.đ', 'error', { letters: 'upper', size, bold: true, italic: false, align: 'center' }),
  signatureName: rule<Typography>('S2', 'I.II.7.đ', 'error', { letters: 'sentence', size, bold: true, italic: false, align: 'center' }),
  /** No academic or honorary title before the name. */
  nameWithoutDegree: rule('S3', 'I.II.7.c', 'warning', /^(?:GS|PGS|TS|ThS|BS|NGƯT|NSND|KS|CN)\b\.?/u),
  /** Signs that say in whose place one signs: TM. (for the collective), Q., KT., TL., TUQ. */
  authoritySigns: rule('S4', 'I.II.7.b', 'error', ['TM.', 'Q.', 'KT.', 'TL.', 'TUQ.']),
  recipientsHeading: rule<Typography & { text: string }>('N3', 'I.II.9.d', 'error', {
    text: 'Nơi nhận:',
    letters: 'sentence',
    size: { min: 12, max: 12 },
    bold: true,
    italic: true,
    align: 'left',
  }),
  recipient: rule<Typography>('N4', 'I.II.9.d', 'error', {
    letters: 'sentence',
    size: { min: 11, max: 11 },
    bold: false,
    italic: false,
    align: 'left',
  }),
  recipientEnds: rule('N4', 'I.II.9.d', 'error', { starts: '- ', each: ';', last: '.' }),
  /** "Kính gửi: Sở Nội vụ" on one line, or several addressees below it, each on its own line (forms 1.4 and 1.5). */
  addressee: rule<Typography & { starts: string }>('N1', 'I.II.9.d', 'error', {
    starts: 'Kính gửi:',
    letters: 'sentence',
    size,
    bold: false,
    italic: false,
    align: 'left',
  }),
  addresseeEnds: rule('N1', 'I.II.9.d', 'error', { starts: '- ', each: ';', last: '.' }),
  /** A paper that has addressees goes first to them. */
  addresseesAbove: rule('N6', 'I.II.9.b', 'error', 'Như trên'),
  /** The last line is the archive's: "- Lưu: VT, …". */
  archiveLine: rule('N5', 'I.II.9.d', 'error', 'Lưu:'),
}
