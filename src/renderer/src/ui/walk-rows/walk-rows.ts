import type { KeyboardEvent } from 'react'

/** For the button of a table's row: the arrows lead to the button of the row above or below. */
export function walkRows(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : null
  if (step === null) return
  event.preventDefault()
  event.currentTarget.closest('tr')?.[step]?.querySelector('button')?.focus()
}
