import { Checkbox, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { linesByAgency, type UrgingLine } from '#shared/domain/urging-letter.ts'
import { urgingText as words } from '#shared/text/vi/urging.ts'
import styles from './urging.module.css'

/** A line by what it is of: share and due. */
export function keyOfLine({ assignmentId, due }: Pick<UrgingLine, 'assignmentId' | 'due'>): string {
  return `${assignmentId} ${due}`
}

interface OwedListProps {
  readonly lines: readonly UrgingLine[]
  /** Lines that a person took out; all others are in the letter. */
  readonly leftOut: ReadonlySet<string>
  readonly onLeaveOut: (leftOut: ReadonlySet<string>) => void
}

/** What is owed under each agency, the worst first, with a box at each line and at each agency. */
export function OwedList({ lines, leftOut, onLeaveOut }: OwedListProps): ReactElement {
  const choose = (some: readonly UrgingLine[], wanted: boolean): void => {
    const next = new Set(leftOut)
    for (const line of some) {
      if (wanted) next.delete(keyOfLine(line))
      else next.add(keyOfLine(line))
    }
    onLeaveOut(next)
  }
  const isIn = (line: UrgingLine): boolean => !leftOut.has(keyOfLine(line))
  return (
    <section className={styles['owed']} aria-label={words.listLabel}>
      <Whole label={words.chooseAll} name={words.chooseAll} lines={lines} isIn={isIn} onChoose={choose} />
      {linesByAgency(lines).map(({ agencyId, name, lines: own }) => (
        <section key={agencyId} aria-label={name}>
          <div className={styles['agency']}>
            <Whole label={`${name} (${own.length})`} name={words.chooseAgency(name)} lines={own} isIn={isIn} onChoose={choose} />
          </div>
          <ul className={styles['lines']}>
            {own.map((line) => (
              <li key={keyOfLine(line)}>
                {/* The system's own box: a list of hundreds is drawn at once. */}
                <label className={styles['line']}>
                  <input type="checkbox" checked={isIn(line)} onChange={({ currentTarget }) => choose([line], currentTarget.checked)} />
                  <span className={styles['content']} title={line.content}>
                    {line.content}
                  </span>
                  <span className={styles['state']} data-kind={line.kind}>
                    {stateOf(line)}
                  </span>
                  <span className={styles['before']}>{line.times > 1 ? words.urgedBefore(line.times - 1) : ''}</span>
                </label>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function stateOf({ kind, daysLate, lastDay, period }: UrgingLine): string {
  const due = [...(period === null ? [] : [period]), ...(lastDay === null ? [] : [words.due(lastDay)])].join(', ')
  const how = kind === 'overdue' ? words.daysLate(daysLate) : words.kinds[kind].toLocaleLowerCase('vi')
  return due === '' ? how : `${due}: ${how}`
}

interface WholeProps {
  readonly label: string
  readonly name: string
  readonly lines: readonly UrgingLine[]
  readonly isIn: (line: UrgingLine) => boolean
  readonly onChoose: (lines: readonly UrgingLine[], wanted: boolean) => void
}

/** The box of many lines at once. */
function Whole({ label, name, lines, isIn, onChoose }: WholeProps): ReactElement {
  const all = lines.every(isIn)
  return (
    <Checkbox
      size="xs"
      aria-label={name}
      label={
        <Text size="sm" fw={600}>
          {label}
        </Text>
      }
      checked={all}
      indeterminate={!all && lines.some(isIn)}
      onChange={() => onChoose(lines, !all)}
    />
  )
}
