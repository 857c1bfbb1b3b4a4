import { decree } from '../decree/decree.ts'
import type { Sizes } from '../decree/size-set.ts'
import type { Signature } from '../domain/plan.ts'
import type { SideBySideBlock } from './blocks.ts'
import { line, text } from './paragraph.ts'

/** Room for signature and seal between the signer's title and name. */
const SIGNATURE_ROOM = '72pt'

/** Left column of recipients; the signature stands in the rest. */
const RECIPIENTS_SHARE = 0.5

/**
 * Recipients beside the signature (decree I.II.7, I.II.9). Recipients come without dash and final sign: each line is "- …;", the last ends
 * with a full stop. A line end inside one stays.
 */
export function footBlock(recipients: readonly string[], signature: Signature, sizes: Sizes): SideBySideBlock {
  const { text: heading } = decree.foot.recipientsHeading.value
  const bold = { bold: true } as const
  const keep = { keepWithNext: true } as const
  return {
    kind: 'side-by-side',
    role: 'signature',
    leftShare: RECIPIENTS_SHARE,
    left:
      recipients.length === 0
        ? []
        : [
            line('recipients-heading', [text(heading, sizes.recipientsHeading, { bold: true, italic: true })], {
              format: { align: 'left' },
            }),
            ...recipients.map((recipient, index) => {
              const runs = recipientWords(recipient, index === recipients.length - 1)
                .split('\n')
                .flatMap((piece, row) => [...(row === 0 ? [] : [{ kind: 'line-break' } as const]), text(piece, sizes.recipient)])
              return line('recipient', runs, { format: { align: 'left' } })
            }),
          ],
    right: [
      ...signature.authority.map((words) =>
        line('signature-authority', [text(words.toLocaleUpperCase('vi'), sizes.signature, bold)], { format: keep }),
      ),
      ...(signature.title === ''
        ? []
        : [line('signature-title', [text(signature.title.toLocaleUpperCase('vi'), sizes.signature, bold)], { format: keep })]),
      ...(signature.name === ''
        ? []
        : [line('signature-name', [text(signature.name, sizes.signature, bold)], { format: { spaceBefore: SIGNATURE_ROOM } })]),
    ],
  }
}

/** A recipient as it stands on paper: "- Các sở, ban, ngành;", the last one "- Lưu: VT, NC." (decree I.II.9). */
export function recipientWords(recipient: string, isLast: boolean): string {
  const ends = decree.foot.recipientEnds.value
  return `${ends.starts}${bareRecipient(recipient)}${isLast ? ends.last : ends.each}`
}

/** A recipient as stored: without a leading dash and without the sign that ends its line. */
export function bareRecipient(recipient: string): string {
  return recipient
    .trim()
    .replace(/^[-–]\s*/u, '')
    .replace(/[;.]\s*$/u, '')
}
