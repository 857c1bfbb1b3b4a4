import type { ReactElement } from 'react'
export function IssueScreen(): ReactElement { return <div /> }
