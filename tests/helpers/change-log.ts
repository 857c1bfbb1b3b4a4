import type { Readable } from '#main/store/schema.ts'

export interface LoggedChange {
  readonly command: string
  /** "+ provision 9", "~ plan 1000", "- task_wording 5": made, changed, removed; ids by their number. */
  readonly items: readonly string[]
}

/** The log as lines a person can compare. */
export async function listChanges(db: Readable): Promise<readonly LoggedChange[]> {
  const changes = await db.selectFrom('change').selectAll().orderBy('sequence').execute()
  const items = await db.selectFrom('change_item').selectAll().orderBy('ordinal').execute()
  return changes.map((change) => ({
    command: change.command,
    items: items
      .filter((item) => item.change_id === change.id)
      .map((item) => {
        const sign = item.before === null ? '+' : item.after === null ? '-' : '~'
        return `${sign} ${item.table_name} ${Number.parseInt(item.record_id.slice(-12), 16).toString(16)}`
      }),
  }))
}
