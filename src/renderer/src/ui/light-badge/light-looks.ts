import {
  IconAlertTriangle,
  IconBan,
  IconCalendarQuestion,
  IconCircleCheck,
  IconClock,
  IconClockCheck,
  IconHourglassLow,
  IconPlayerPause,
  IconRepeat,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Light } from '#shared/domain/light.ts'

/** How a light looks: a colour of the theme and an icon; its word stands beside them (`lightNames`). Red is for what is overdue, and nothing else. */
export const lightLooks: Readonly<Record<Light, { readonly colour: string; readonly icon: TablerIcon }>> = {
  'not-due': { colour: 'blue', icon: IconClock },
  'due-soon': { colour: 'orange', icon: IconHourglassLow },
  'overdue': { colour: 'red', icon: IconAlertTriangle },
  'done-on-time': { colour: 'teal', icon: IconCircleCheck },
  'done-late': { colour: 'lime', icon: IconClockCheck },
  'continuous': { colour: 'cyan', icon: IconRepeat },
  'no-deadline': { colour: 'gray', icon: IconCalendarQuestion },
  'paused': { colour: 'gray', icon: IconPlayerPause },
  'not-doing': { colour: 'gray', icon: IconBan },
}
