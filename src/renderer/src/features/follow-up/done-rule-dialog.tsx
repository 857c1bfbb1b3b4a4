import { NumberInput, Radio, Stack } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import type { RegisterTask } from '#shared/domain/register.ts'
import type { DoneRule } from '#shared/domain/task-state.ts'
import { followUpForm as words } from '#shared/text/vi/follow-up.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone } from '../../lib/notices.tsx'
import { FormFrame } from './form-frame.tsx'

const kinds = ['all', 'some', 'first'] as const

/** Says when a task led by several counts as done. */
export function DoneRuleDialog({ task, onClose }: { readonly task: RegisterTask; readonly onClose: () => void }): ReactElement {
  const { doneRule, total } = task
  const [kind, setKind] = useState<DoneRule['kind']>(doneRule.kind)
  const [atLeast, setAtLeast] = useState<number | string>(doneRule.kind === 'some' ? doneRule.atLeast : Math.max(1, Math.ceil(total / 2)))
  const wrong = kind === 'some' && !(Number.isInteger(atLeast) && Number(atLeast) >= 1 && Number(atLeast) <= Math.max(1, total))
  const write = async (): Promise<boolean> => {
    if (wrong) return false
    const rule: DoneRule = kind === 'some' ? { kind, atLeast: Number(atLeast) } : { kind }
    await ask('done-rule.set', { taskId: task.taskId, rule })
    showDone(words.ruleDone, { undoable: true })
    return true
  }
  return (
    <FormFrame title={words.ruleTitle} confirm={shell.save} onClose={onClose} onWrite={write}>
      <Radio.Group value={kind} onChange={setKind} aria-label={words.ruleTitle}>
        <Stack gap="xs">
          {kinds.map((one) => (
            <Radio key={one} value={one} label={words.rules[one]} data-autofocus={one === kind} />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'some' && (
        <NumberInput
          label={words.atLeast(total)}
          w={240}
          min={1}
          max={Math.max(1, total)}
          allowDecimal={false}
          value={atLeast}
          onChange={setAtLeast}
        />
      )}
    </FormFrame>
  )
}
