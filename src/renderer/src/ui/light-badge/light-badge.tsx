import { IconMessageOff } from '@tabler/icons-react'
import type { CSSProperties, ReactElement } from 'react'
import type { Light } from '#shared/domain/light.ts'
import { lightNames, staleName } from '#shared/text/vi/light.ts'
import { lightLooks } from './light-looks.ts'
import styles from './light-badge.module.css'

interface LightBadgeProps {
  readonly light: Light
  /** The sentence that says why, shown while the pointer rests on it. A whole task has none of its own. */
  readonly explanation?: string
}

/** A light: colour, icon and word, and on hover why it is so. */
export function LightBadge({ light, explanation }: LightBadgeProps): ReactElement {
  const { colour, icon: Icon } = lightLooks[light]
  return (
    <span className={styles['badge']} style={hue(colour)} title={explanation ?? lightNames[light]} data-light={light}>
      <Icon size={14} aria-hidden />
      <span className={styles['word']}>{lightNames[light]}</span>
    </span>
  )
}

/** "Chưa cập nhật", the flag beside a light; `brief` shows the icon alone where there is no room for the word. */
export function StaleBadge({ explanation, brief = false }: { readonly explanation?: string; readonly brief?: boolean }): ReactElement {
  return (
    <span className={`${styles['badge']} ${styles['stale']}`} style={hue('orange')} title={explanation ?? staleName} data-stale>
      <IconMessageOff size={14} {...(brief ? { 'role': 'img', 'aria-label': staleName } : { 'aria-hidden': true })} />
      {!brief && <span className={styles['word']}>{staleName}</span>}
    </span>
  )
}

/** The shades of a colour of the theme that the badge is painted with. */
function hue(colour: string): CSSProperties {
  return Object.fromEntries([2, 6, 9].map((shade) => [`--hue-${shade}`, `var(--mantine-color-${colour}-${shade})`]))
}
