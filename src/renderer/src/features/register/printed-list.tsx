import { useEffect, useState, type ReactElement } from 'react'
import { flushSync } from 'react-dom'
import type { RegisterRows } from '#shared/domain/register-rows.ts'
import { registerList } from '#shared/text/vi/register-list.ts'
import type { RegisterColumn } from './register-columns.tsx'
import type { RegisterNames } from './register-names.ts'
import styles from './register.module.css'

/**
 * The whole list for the paper, every row with all its words: on the screen only the lines in sight are drawn. It is made when the system asks for
 * the pages, and gone after.
 */
export function PrintedList({
  title,
  about,
  rows,
  columns,
  names,
}: {
  readonly title: string
  /** The day, the conditions, the totals. */
  readonly about: string
  readonly rows: RegisterRows
  readonly columns: readonly RegisterColumn[]
  readonly names: RegisterNames
}): ReactElement | null {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true))
    const end = (): void => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  if (!printing) return null
  return (
    <div className={styles['printed']}>
      <h1>{title}</h1>
      <p>{about}</p>
      <table>
        <thead>
          <tr>
            <th>{registerList.stt}</th>
            {columns.map(({ key, title: head }) => (
              <th key={key}>{head}</th>
            ))}
          </tr>
        </thead>
        {rows.groups.map((group) => (
          <tbody key={group.key}>
            {group.subject.kind !== 'none' && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  {names.subject(group.subject)} ({group.rows.length})
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <tr key={row.key}>
                <td>{row.task.stt}</td>
                {columns.map(({ key, text }) => (
                  <td key={key}>{text(row, names)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
