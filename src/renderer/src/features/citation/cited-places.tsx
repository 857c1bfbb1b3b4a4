import { Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { CitedDocumentId } from '#shared/domain/identifier.ts'
import type { CitedPlace } from '#shared/ipc/citation-contract.ts'
import { sayCitingAddress } from '#shared/text/vi/citation.ts'
import { citationScreenText as text } from '#shared/text/vi/citation-screen.ts'
import { useAsk } from '../../lib/queries.ts'
import { Awaited } from '../../ui/screen/screen.tsx'
import styles from './citation.module.css'

/** Every place of every plan that cites a document; each opens its sentence. */
export function CitedPlaces({ id }: { readonly id: CitedDocumentId }): ReactElement {
  const places = useAsk('citation.places', { id })
  const navigate = useNavigate()
  const open = ({ planId, place }: CitedPlace): void => {
    if (place.kind === 'task') void navigate({ href: `/ke-hoach/${planId}/phu-luc?nhiemVu=${place.taskId}` })
    else void navigate({ to: '/ke-hoach/$planId', params: { planId }, search: { muc: place.provisionId } })
  }
  return (
    <section aria-label={text.places}>
      <div className={styles['group']}>
        <Text size="xs" fw={600}>
          {text.placesCounted(places.data?.length ?? 0)}
        </Text>
      </div>
      <div className={styles['detailPlaces']}>
        <Awaited query={places}>
          {(list) =>
            list.length === 0 ? (
              <Text size="sm" p="sm" c="dimmed">
                {text.noPlaces}
              </Text>
            ) : (
              [...Map.groupBy(list, ({ planId }) => planId)].map(([planId, ofPlan]) => (
                <div key={planId}>
                  <Text size="xs" fw={600} p="6px 8px 0">
                    {text.planOf(ofPlan[0]?.year ?? 0, ofPlan[0]?.subject ?? '')}
                  </Text>
                  <ul className={styles['lines']}>
                    {ofPlan.map((place) => (
                      <li key={`${JSON.stringify(place.place)} ${place.start}`} className={styles['line']}>
                        <button type="button" className={styles['excerpt']} onClick={() => open(place)}>
                          <span className={styles['address']}>{sayCitingAddress(place.address)}</span> {place.before}
                          <mark>{place.match}</mark>
                          {place.after}
                        </button>
                      </li>
                    ))}
                  </ul>
                </div>
              ))
            )
          }
        </Awaited>
      </div>
    </section>
  )
}
