import { Badge, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { isChanged, type ComparedItem } from '#shared/domain/comparison.ts'
import { compareText, nameItem } from '#shared/text/vi/compare.ts'
import { handOverText as words } from '#shared/text/vi/hand-over.ts'
import { Pieces } from '../../ui/pieces/pieces.tsx'
import styles from './hand-over.module.css'

const colours = { same: 'grape', edited: 'indigo', added: 'teal', removed: 'orange', typing: 'gray' } as const

/** What a pack changes of a plan, in the order of its paper: words that come underlined, words that go struck. */
export function Differences({ items }: { readonly items: readonly ComparedItem[] }): ReactElement {
  const changed = items.filter((item) => isChanged(item) && !item.leftBehind)
  if (changed.length === 0) return <Text size="sm">{words.noDifference}</Text>
  return (
    // A list longer than its frame must be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['scroll']} role="region" aria-label={compareText.list} tabIndex={0}>
      {changed.map((item) => (
        <div key={item.key} className={styles['difference']}>
          <div className={styles['where']}>
            <span>{nameItem(item)}</span>
            <Badge size="sm" tt="none" variant="light" color={colours[item.change]}>
              {item.change === 'same' ? compareText.kinds.moved : compareText.kinds[item.change]}
            </Badge>
          </div>
          {item.cells.length === 0 ? (
            <p className={styles['words']}>
              <Pieces pieces={item.pieces} />
            </p>
          ) : (
            <div>
              {item.cells
                .filter(({ change, pieces }) => pieces.length > 0 && (change !== 'same' || item.change !== 'edited'))
                .map(({ column, title, pieces }) => (
                  <p key={column} className={styles['words']}>
                    <b>{title}:</b> <Pieces pieces={pieces} />
                  </p>
                ))}
            </div>
          )}
        </div>
      ))}
    </div>
  )
}
