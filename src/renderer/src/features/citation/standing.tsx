import { Badge, Tooltip } from '@mantine/core'
import { IconCircleCheck, IconClockPlay, IconHelpCircle, IconReplace, IconXboxX } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { citationStanding, type CitationStanding, type CitedDocument } from '#shared/domain/cited-document.ts'
import { shortCitation } from '#shared/domain/citation-form.ts'
import { standingNames } from '#shared/text/vi/citation.ts'
import { citationScreenText as text } from '#shared/text/vi/citation-screen.ts'
import { showDay } from '../../lib/dates.ts'

const looks = {
  'in-force': { color: 'teal', icon: IconCircleCheck },
  'not-yet': { color: 'blue', icon: IconClockPlay },
  expired: { color: 'orange', icon: IconXboxX },
  replaced: { color: 'orange', icon: IconReplace },
  unknown: { color: 'gray', icon: IconHelpCircle },
} as const satisfies Record<CitationStanding['kind'], unknown>

/** How a document stands on a day: colour, sign and word; why, when pointed at. */
export function Standing({
  document,
  day,
  registry,
}: {
  readonly document: CitedDocument
  readonly day: string
  readonly registry: readonly CitedDocument[]
}): ReactElement {
  const standing = citationStanding(document, day)
  const { color, icon: Sign } = looks[standing.kind]
  return (
    <Tooltip label={why(standing, document, registry)}>
      <Badge color={color} variant="light" tt="none" miw="max-content" leftSection={<Sign size={13} aria-hidden />}>
        {standingNames[standing.kind]}
      </Badge>
    </Tooltip>
  )
}

function why(standing: CitationStanding, { checkedOn, validFrom }: CitedDocument, registry: readonly CitedDocument[]): string {
  switch (standing.kind) {
    case 'in-force':
      return checkedOn === null ? text.inForceByDates : text.checkedOnDay(showDay(checkedOn))
    case 'not-yet':
      return text.validFromDay(showDay(validFrom ?? standing.from))
    case 'expired':
      return text.expiredFromDay(showDay(standing.since))
    case 'replaced': {
      const heirs = standing.byIds.flatMap((id) => registry.filter((one) => one.id === id)).map(shortCitation)
      return text.replacedBy(heirs.join('; '), standing.since === null ? null : showDay(standing.since))
    }
    case 'unknown':
      return text.neverChecked
    default:
      return standing satisfies never
  }
}
