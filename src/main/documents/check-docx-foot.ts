import { decree } from '#shared/decree/decree.ts'
import { decreeFinding, type DocxFinding } from './check-docx-finding.ts'
import type { Line } from './check-docx-look.ts'
import { checkTypography } from './check-docx-typography.ts'

const rules = decree.foot

/** Judges recipients and signature, which stand in one table: "Nơi nhận" at the left, who signs at the right. */
export function checkFoot(lines: readonly Line[], where: string): readonly DocxFinding[] {
  const heading = lines.find(({ text }) => text.trim() === rules.recipientsHeading.value.text)
  if (heading === undefined) return [decreeFinding(rules.recipientsHeading, where, 'none', rules.recipientsHeading.value.text)]
  const table = lines.filter(({ cell, text }) => cell !== null && cell.table === heading.cell?.table && text.trim() !== '')
  const recipients = table.filter((line) => line.cell?.column === 0 && line !== heading)
  const signature = table.filter(({ cell }) => cell !== null && cell.column > 0)
  return [
    ...checkTypography(heading, rules.recipientsHeading),
    ...checkRecipients(recipients, heading.where),
    ...checkSignature(signature, heading.where),
  ]
}

function checkRecipients(lines: readonly Line[], where: string): readonly DocxFinding[] {
  const { starts, each, last } = rules.recipientEnds.value
  const archive = lines.at(-1)
  const archived = archive?.text.replace(/^-\s*/u, '').startsWith(rules.archiveLine.value) === true
  return [
    ...lines.flatMap((line, index) => {
      const end = index === lines.length - 1 ? last : each
      const right = line.text.startsWith(starts) && line.text.trimEnd().endsWith(end)
      return [
        ...checkTypography(line, rules.recipient),
        ...(right ? [] : [decreeFinding(rules.recipientEnds, line.where, line.text, `“- …${end}”`)]),
      ]
    }),
    ...(archived ? [] : [decreeFinding(rules.archiveLine, where, archive?.text ?? 'no recipient', '- Lưu: VT, ….')]),
  ]
}

function checkSignature(lines: readonly Line[], where: string): readonly DocxFinding[] {
  const name = lines.at(-1)
  if (name === undefined) return [decreeFinding(rules.signatureAuthority, where, 'nobody signs', 'who signs, and the name')]
  const signs = rules.authoritySigns.value
  return [
    ...lines.slice(0, -1).flatMap((line) => [
      ...checkTypography(line, rules.signatureAuthority),
      // "TM ỦY BAN", "KT/CHỦ TỊCH": the sign without its full stop.
      ...(signs.some((sign) => new RegExp(`^${sign.slice(0, -1)}(?![.\\p{L}])`, 'u').test(line.text))
        ? [decreeFinding(rules.authoritySigns, line.where, line.text, signs.join(' '))]
        : []),
    ]),
    ...checkTypography(name, rules.signatureName),
    ...(rules.nameWithoutDegree.value.test(name.text)
      ? [decreeFinding(rules.nameWithoutDegree, name.where, name.text, 'no academic title')]
      : []),
  ]
}
