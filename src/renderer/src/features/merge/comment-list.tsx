import { Text } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { MergeReading } from '#shared/ipc/merge-contract.ts'
import { mergeText } from '#shared/text/vi/merge.ts'
import styles from './merge.module.css'

/** The comments of the file, each with the words it stands at. They are read here and stay in the file. */
export function CommentList({ comments }: Pick<MergeReading, 'comments'>): ReactElement {
  if (comments.length === 0)
    return (
      <Text p="lg" c="dimmed">
        {mergeText.noComments}
      </Text>
    )
  return (
    // A pane that scrolls must be reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className={styles['comments']} tabIndex={0} aria-label={mergeText.commentsOf}>
      {comments.map(({ author, text, at }, index) => (
        // Two comments may say the same of the same words.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <p className={styles['comment']}>
            <IconMessage size={15} aria-hidden />
            <b>{author === '' ? mergeText.someone : author}</b> {text}
          </p>
          <p className={styles['quoted']}>{at}</p>
        </li>
      ))}
    </ul>
  )
}
