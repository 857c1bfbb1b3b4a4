import type { FootnoteId, ProvisionId } from '#shared/domain/identifier.ts'
import type { Inline } from '#shared/domain/inline.ts'
import type { PlanRecords } from '#shared/document/plan-document.ts'
import { id } from './records.ts'

function withWords(content: readonly Inline[], from: string, to: string): readonly Inline[] {
  return content.map((inline) => (inline.kind === 'text' ? { ...inline, text: inline.text.replace(from, to) } : inline))
}

/** The sample plan as a colleague gives it back: one edit of every kind that a comparison tells. */
export function editedPlan(records: PlanRecords): PlanRecords {
  const body = records.provisions
  const bullets = body.filter(({ kind }) => kind === 'bullet')
  const noted = body.filter(({ content }) => content.some(({ kind }) => kind === 'footnote'))
  const [first, second, third, fourth] = bullets
  const [oneNote, otherNote] = noted
  const [task, dropped, shifted, ...tasks] = records.tasks
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error('there are bullets')
  if (oneNote === undefined || otherNote === undefined) throw new Error('there are footnotes')
  if (task === undefined || dropped === undefined || shifted === undefined) throw new Error('there are rows')
  const last = records.fields.at(-1)?.id ?? null
  const edited = body
    .map((block) => {
      if (block.id === first.id) return { ...block, content: withWords(block.content, ' và ', ', đồng thời ') }
      if (block.id === oneNote.id)
        return {
          ...block,
          content: block.content.map((inline) =>
            inline.kind === 'footnote' ? { ...inline, content: [{ kind: 'text', text: 'Cước chú viết lại hoàn toàn.' } as const] } : inline,
          ),
        }
      if (block.id === otherNote.id) return { ...block, content: block.content.filter(({ kind }) => kind !== 'footnote') }
      if (block.id === fourth.id)
        return {
          ...block,
          content: [
            ...block.content,
            { kind: 'footnote', id: id<FootnoteId>(0x7777), content: [{ kind: 'text', text: 'Cước chú mới.' }] } as const,
          ],
        }
      return block
    })
    .filter((block) => block.id !== second.id)
    .flatMap((block) =>
      block.id === fourth.id
        ? [block, { ...block, id: id<ProvisionId>(0x7778), content: [{ kind: 'text', text: 'Câu thêm vào giữa.' } as const] }, third]
        : block.id === third.id
          ? []
          : [block],
    )
  return {
    ...records,
    plan: {
      ...records.plan,
      subject: `${records.plan.subject} (sửa đổi)`,
      recipients: [...records.plan.recipients.slice(0, -2), 'Báo Mẫu', 'Cổng thông tin', 'Lưu: VT, KSTT'],
      signature: { ...records.plan.signature, name: 'Người Ký Khác' },
    },
    provisions: edited,
    appendices: records.appendices.map((appendix) => ({ ...appendix, title: `${appendix.title} (bổ sung)` })),
    tasks: [
      { ...task, product: 'Kế hoạch của tỉnh\nvà báo cáo', deadline: { phrase: 'Quý IV/2023', milestones: [] } },
      { ...shifted, fieldId: last, position: 'Zz' },
      ...tasks,
    ],
  }
}
