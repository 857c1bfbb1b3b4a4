import { createTheme, defaultVariantColorsResolver, Input, parseThemeColor, Tooltip, type VariantColorsResolver } from '@mantine/core'

/** Words of a pale badge or notice in the warm colours are too pale themselves for WCAG AA; in the dark they are as they should be. */
const paleColours: ReadonlySet<string> = new Set(['orange', 'yellow', 'red', 'teal'])
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input)
  const { color } = parseThemeColor({ color: input.color ?? input.theme.primaryColor, theme: input.theme })
  return input.variant === 'light' && paleColours.has(color)
    ? { ...colours, color: `light-dark(color-mix(in srgb, var(--mantine-color-${color}-9) 65%, black), var(--mantine-color-${color}-2))` }
    : colours
}

/**
 * Calm and dense: 14 px text, 13 px in controls, controls 30 px high, so that a laptop of 768 lines shows a whole screen.
 * Shade 8 because white on the default filled blue fails the contrast rule of WCAG AA.
 */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 8 },
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif",
  headings: {
    fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.35' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  defaultRadius: 'sm',
  variantColorResolver,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { size: 30, variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', fz: 13 } },
    Input: Input.extend({ styles: { input: { fontSize: '0.8125rem' } } }),
    // A word that hides what is below it must go away by itself and by Escape.
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, withArrow: true, fz: 13, events: { hover: true, focus: true, touch: false } },
    }),
    Fieldset: { defaultProps: { bg: 'var(--pane)' } },
    Menu: { defaultProps: { shadow: 'md', width: 260, position: 'bottom-end' } },
    Modal: { defaultProps: { centered: false, overlayProps: { backgroundOpacity: 0.35 } } },
  },
})
