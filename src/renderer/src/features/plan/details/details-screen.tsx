import type { ReactElement } from 'react'
export function DetailsScreen(): ReactElement { return <div /> }
