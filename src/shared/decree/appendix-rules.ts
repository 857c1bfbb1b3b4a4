import { rule, type Typography } from './rule.ts'

/** Appendices and attached papers: khoản 1 of Mục III, forms 1.3, 2.1, 2.2. */
export const appendixRules = {
  /** The text must point to its appendices. */
  referenceInText: rule('A1', 'I.III.1.a', 'error', /phụ\s+lục/iu),
  /** "Phụ lục" alone, or with a Roman number where there are several. */
  number: rule<Typography & { word: string }>('A2', 'I.III.1.b', 'error', {
    word: 'Phụ lục',
    letters: 'sentence',
    size: { min: 14, max: 14 },
    bold: true,
    italic: false,
    align: 'center',
  }),
  romanWhenSeveral: rule('X6', 'I.III.1.a', 'error', { from: 2 }),
  title: rule<Typography>('A3', 'I.III.1.b', 'error', {
    letters: 'upper',
    size: { min: 13, max: 14 },
    bold: true,
    italic: false,
    align: 'center',
  }),
  attachmentLine: rule<Typography>('A4', 'I.III.1.c', 'error', {
    letters: 'sentence',
    size: { min: 13, max: 14 },
    bold: false,
    italic: true,
    align: 'center',
  }),
  /** Filled in on paper, left blank on the electronic original. */
  attachmentBlankWhenElectronic: rule('A5', 'I.III.1.c', 'error', true),
}
