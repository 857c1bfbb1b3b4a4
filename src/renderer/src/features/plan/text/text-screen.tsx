import type { ReactElement } from 'react'
export function TextScreen(): ReactElement { return <div /> }
