import { CloseButton, TextInput, Tooltip } from '@mantine/core'
import { IconCalendarTime } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { registerText } from '#shared/text/vi/register.ts'
import { readDay, showDay } from '../../lib/dates.ts'
import { useRegisterYear } from '../../lib/register-year.ts'

/** The day that everything under "Nhiệm vụ" is judged on; empty is today. A day typed wrong is said at once and changes nothing. */
export function AsOfChooser(): ReactElement {
  const { asOf } = useRegisterYear()
  const navigate = useNavigate()
  const shown = asOf === null ? '' : showDay(asOf)
  const [text, setText] = useState(shown)
  const [over, setOver] = useState(asOf)
  // What is typed belongs to the day it was typed over: another day in the address (back, a link) starts anew.
  if (over !== asOf) {
    setOver(asOf)
    setText(shown)
  }
  const typed = text.trim()
  const day = typed === '' ? null : readDay(typed)
  const wrong = typed !== '' && day === null
  const judgeOn = (on: string | null): void => void navigate({ to: '.', search: (search) => ({ ...search, ngay: on ?? undefined }) })
  const take = (): void => {
    if (!wrong && day !== asOf) judgeOn(day)
  }
  return (
    <Tooltip label={wrong ? organisationText.dayWrong : registerText.asOfHint}>
      <TextInput
        aria-label={registerText.asOf}
        placeholder={registerText.asOfToday}
        w={150}
        my="auto"
        value={text}
        error={wrong}
        leftSection={<IconCalendarTime size={16} aria-hidden />}
        rightSection={asOf === null ? null : <CloseButton size="xs" aria-label={registerText.asOfClear} onClick={() => judgeOn(null)} />}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) take()
        }}
      />
    </Tooltip>
  )
}
