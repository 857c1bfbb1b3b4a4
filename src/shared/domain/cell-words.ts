import { partyWords, type AgencyRegistry } from './agency.ts'
import type { AppendixColumnKey, Task } from './task.ts'

/** The words of a task in one column of the appendix. Parties are told apart by a semicolon, since names hold commas and "và". */
export function cellWords(key: AppendixColumnKey, task: Task, stt: number, registry: AgencyRegistry): string {
  switch (key) {
    case 'stt':
      return String(stt)
    case 'task':
      return task.content
    case 'product':
      return task.product
    case 'lead':
      return task.leads.map((party) => partyWords(party, registry)).join('; ')
    case 'coordinating':
      return task.coordinating.map((party) => partyWords(party, registry)).join('; ')
    case 'deadline':
      return task.deadline.phrase
    default:
      return task.extra[key] ?? task.extra[key.replace(/^extra:/u, '')] ?? ''
  }
}
