import type { Light } from '#shared/domain/light.ts'
import { lightLooks } from './light-looks.ts'

/** How much of a light's colour a picture is filled with; what is grey alike is told apart by its depth. Overdue is full: it must be seen first. */
const depth: Readonly<Record<Light, number>> = {
  'not-due': 38,
  'due-soon': 62,
  'overdue': 100,
  'done-on-time': 50,
  'done-late': 50,
  'continuous': 30,
  'no-deadline': 28,
  'paused': 60,
  'not-doing': 90,
}

/** The colour that a light's part of a picture is filled with, in light and dark. */
export function fillOf(light: Light): string {
  const { colour } = lightLooks[light]
  if (light === 'overdue') return `var(--mantine-color-${colour}-8)`
  const mix = (ground: string): string => `color-mix(in srgb, var(--mantine-color-${colour}-6) ${depth[light]}%, ${ground})`
  return `light-dark(${mix('white')}, ${mix('#2b2d33')})`
}

/** The colour of a number that stands in such a part. */
export function inkOf(light: Light): string {
  const { colour } = lightLooks[light]
  if (light === 'overdue') return 'white'
  return `light-dark(color-mix(in srgb, var(--mantine-color-${colour}-9) 45%, black), var(--mantine-color-${colour}-0))`
}
