import { ActionIcon, NavLink, Tooltip } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { shell } from '#shared/text/vi/shell.ts'
import type { Section } from '../lib/sections.ts'
import { sections } from './features.ts'
import styles from './frame.module.css'

function isHere(section: Section, path: string): boolean {
  if (section.to === '/') return path === '/'
  return [section.to, ...(section.alsoAt ?? [])].some((place) => path === place || path.startsWith(`${place}/`))
}

/** Left rail: words and icons; folded, the words come as hints. */
export function Rail({
  folded,
  mayUnfold,
  onFold,
}: {
  readonly folded: boolean
  readonly mayUnfold: boolean
  readonly onFold: () => void
}): ReactElement {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const fold = folded ? shell.unfoldRail : shell.foldRail
  return (
    <div className={styles['rail']}>
      {sections.map((section) => {
        const here = isHere(section, path)
        return (
          <Tooltip key={section.id} label={section.label} position="right" disabled={!folded}>
            <NavLink
              renderRoot={(props) => <Link to={section.to} {...props} />}
              className={styles['entry'] ?? ''}
              label={folded ? undefined : section.label}
              aria-label={section.label}
              leftSection={<section.icon size={20} stroke={1.6} aria-hidden />}
              data-folded={folded || undefined}
              styles={folded ? { section: { margin: 0 }, body: { display: 'none' } } : {}}
              active={here}
              aria-current={here ? 'page' : undefined}
              variant="light"
            />
          </Tooltip>
        )
      })}
      <div className={styles['space']} />
      {mayUnfold && (
        <Tooltip label={fold} position="right">
          <ActionIcon aria-label={fold} onClick={onFold}>
            {folded ? <IconLayoutSidebarLeftExpand size={20} aria-hidden /> : <IconLayoutSidebarLeftCollapse size={20} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  )
}
