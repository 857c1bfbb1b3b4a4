import { Button, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ProvisionId, TaskWordingId } from '#shared/domain/identifier.ts'
import { plainText } from '#shared/domain/inline.ts'
import { numberProvisions, sectionOf } from '#shared/domain/numbering.ts'
import { outlinePlan, taskSentences } from '#shared/domain/provision-tree.ts'
import { fold } from '#shared/language/fold.ts'
import { taskText } from '#shared/text/vi/task.ts'
import { useAsk } from '../../lib/queries.ts'
import type { TaskPaneProps } from './task-pane.tsx'

/** Sentences shown at once; more are found by typing. */
const most = 60
const kinds: ReadonlySet<string> = new Set(['bullet', 'sub-bullet', 'point', 'paragraph'])

interface SentencePickerProps extends Pick<TaskPaneProps, 'detail'> {
  readonly taskId: TaskWordingId
  readonly taken: readonly ProvisionId[]
  readonly label: string
  readonly onChoose: (id: ProvisionId) => void
}

/** Finds a sentence of the plan by its address or by words, without accents: those most like the task first, then the task section, then the rest. */
export function SentencePicker({ label, onChoose, ...look }: SentencePickerProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} width={330} position="bottom-start" trapFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconLink size={14} aria-hidden />}
          onClick={() => setOpened(true)}
          style={{ alignSelf: 'flex-start', flexShrink: 0 }}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        {opened && (
          <Sentences
            {...look}
            onChoose={(id) => {
              onChoose(id)
              setOpened(false)
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function Sentences({ detail, taskId, taken, onChoose }: Omit<SentencePickerProps, 'label'>) {
  const [text, setText] = useState('')
  const suggestions = useAsk('task.suggest-provisions', { planId: detail.plan.id }).data
  const sentences = useMemo(() => {
    const numbers = numberProvisions(detail.provisions)
    const likes = (suggestions?.find((each) => each.taskId === taskId)?.suggestions ?? []).map(({ provisionId }) => provisionId)
    const asking = new Set(taskSentences(outlinePlan(detail.provisions)).map(({ block }) => block.id))
    const rank = (id: ProvisionId): number => {
      const place = likes.indexOf(id)
      return place !== -1 ? place : asking.has(id) ? likes.length : likes.length + 1
    }
    return detail.provisions
      .map((provision, index) => ({
        id: provision.id,
        kind: provision.kind,
        address: numbers[index]?.address ?? '',
        inSection: sectionOf(numbers, detail.provisions, index) !== null,
        words: plainText(provision.content),
      }))
      .filter(({ kind, inSection }) => inSection && kinds.has(kind))
      .toSorted((one, other) => rank(one.id) - rank(other.id))
  }, [detail.provisions, suggestions, taskId])
  const wanted = fold(text)
  const found = sentences
    .filter(({ id, address, words }) => !taken.includes(id) && (fold(address).startsWith(wanted) || fold(words).includes(wanted)))
    .slice(0, most)
  return (
    <>
      <TextInput
        size="xs"
        placeholder={taskText.findSentence}
        aria-label={taskText.findSentence}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Stack gap={0} mah={260} mt={6} style={{ overflowY: 'auto' }}>
        {found.map(({ id, address, words }) => (
          <UnstyledButton key={id} p={6} onClick={() => onChoose(id)}>
            <Text size="xs" lineClamp={2}>
              <b>{address}</b> {words}
            </Text>
          </UnstyledButton>
        ))}
      </Stack>
    </>
  )
}
