import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { readDay, showDay } from '../../lib/dates.ts'

/** A day as an office writes it; empty = not known. Wrong writing is said at once and never sent. */
export function DayBox({
  label,
  day,
  onDay,
}: {
  readonly label: string
  readonly day: string | null
  readonly onDay: (day: string | null) => void
}) {
  const [text, setText] = useState(day === null ? '' : showDay(day))
  const wrong = text.trim() !== '' && readDay(text) === null
  return (
    <TextInput
      label={label}
      placeholder={organisationText.dayFormat}
      value={text}
      error={wrong ? organisationText.dayWrong : null}
      onChange={(event) => {
        setText(event.currentTarget.value)
        const typed = event.currentTarget.value.trim()
        if (typed === '') onDay(null)
        else if (readDay(typed) !== null) onDay(readDay(typed))
      }}
    />
  )
}
