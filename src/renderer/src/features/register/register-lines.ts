import type { RegisterRow, RegisterRows } from '#shared/domain/register-rows.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import type { RegisterNames } from './register-names.ts'

/** One line of the list: the head of a group, or a row. */
export type RegisterLine =
  | {
      readonly kind: 'group'
      readonly key: string
      readonly title: string
      readonly count: string
      readonly folded: boolean
      readonly rows: readonly RegisterRow[]
    }
  | { readonly kind: 'row'; readonly key: string; readonly row: RegisterRow }

/** The lines of a view, the rows of folded groups left out. A view without groups has no heads. */
export function linesOf(
  { groups }: RegisterRows,
  names: RegisterNames,
  level: 'task' | 'share',
  folded: ReadonlySet<string>,
): readonly RegisterLine[] {
  return groups.flatMap((group): readonly RegisterLine[] => {
    const rows = group.rows.map((row): RegisterLine => ({ kind: 'row', key: row.key, row }))
    if (group.subject.kind === 'none') return rows
    const head: RegisterLine = {
      kind: 'group',
      key: group.key,
      title: names.subject(group.subject),
      count: registerList.groupCount(group.rows.length, level),
      folded: folded.has(group.key),
      rows: group.rows,
    }
    return head.folded ? [head] : [head, ...rows]
  })
}
