import { useId, type ReactElement, type ReactNode } from 'react'
import type { Register } from '#shared/domain/register.ts'
import type { RegisterLookup } from '#shared/domain/register-rows.ts'
import styles from './dashboard.module.css'

/** What every part of the dashboard is made from. */
export interface PanelProps {
  readonly register: Register
  readonly lookup: RegisterLookup
  /** The day the address asks for, null for today. */
  readonly asOf: string | null
}

/** One part, with its heading and a word beside it. */
export function Panel({
  title,
  hint,
  children,
}: {
  readonly title: ReactNode
  readonly hint?: ReactNode
  readonly children: ReactNode
}): ReactElement {
  const id = useId()
  return (
    <section className={styles['panel']} aria-labelledby={id}>
      <div className={styles['panelHead']}>
        <h2 id={id}>{title}</h2>
        {hint !== undefined && <span className={styles['quiet']}>{hint}</span>}
      </div>
      {children}
    </section>
  )
}
