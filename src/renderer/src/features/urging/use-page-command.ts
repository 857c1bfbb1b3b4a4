import { useMediaQuery } from '@mantine/hooks'
import { IconFileText } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { urgingText as words } from '#shared/text/vi/urging.ts'
import type { Command } from '../../lib/commands.ts'
import { showFailure } from '../../lib/notices.tsx'
import { foldRail } from '../../lib/rail.ts'

const route = getRouteApi('/nhiem-vu/don-doc')

/** Whether the page stands beside, and the command that shows or hides it; on a narrow screen the rail gives it its room. */
export function usePageCommand(): { readonly pageOpen: boolean; readonly toggle: Command } {
  const { trang } = route.useSearch()
  const navigate = route.useNavigate()
  const pageOpen = trang !== 0
  const narrow = useMediaQuery('(max-width: 1500px)', false, { getInitialValueInEffect: false })
  useEffect(() => {
    foldRail(pageOpen && narrow)
    return () => foldRail(false)
  }, [pageOpen, narrow])
  return {
    pageOpen,
    toggle: {
      id: 'urging.page',
      label: words.page,
      group: 'view',
      icon: IconFileText,
      shortcut: 'F4',
      run: () => void navigate({ search: (search) => ({ ...search, trang: pageOpen ? 0 : undefined }), replace: true }).catch(showFailure),
    },
  }
}
