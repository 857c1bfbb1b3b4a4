import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import type { PlanId } from '#shared/domain/identifier.ts'
import type { Leftover } from '#shared/domain/leftover.ts'
import { sayOffer, sayPlace, carryOverText as words } from '#shared/text/vi/carry-over.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { settleThese } from './leftover-acts.ts'
import styles from './carry-over.module.css'

/** Everything that would be put in place at once: each can be left out; those that want a look are not chosen beforehand. */
export function SettleDialog({
  planId,
  leftovers,
  onClose,
}: {
  readonly planId: PlanId
  readonly leftovers: readonly Leftover[]
  readonly onClose: () => void
}): ReactElement {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(leftovers.filter(({ sure }) => sure).map(({ key }) => key)))
  const toggle = (key: string): void => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    setChosen(next)
  }
  return (
    <Modal opened onClose={onClose} title={words.settleTitle(leftovers.length)} size="lg" closeButtonProps={{ 'aria-label': shell.close }}>
      <Stack gap="sm">
        <Text size="sm">{words.settleHint}</Text>
        <div className={styles['preview']}>
          {leftovers.map((leftover) => {
            const [place] = leftover.places
            const [offer] = leftover.offers
            if (place === undefined || offer === undefined) return null
            return (
              <Checkbox
                key={leftover.key}
                checked={chosen.has(leftover.key)}
                onChange={() => toggle(leftover.key)}
                label={
                  <span>
                    <b>{sayPlace(place, leftover.address)}</b>
                    {!leftover.sure && <em className={styles['late']}>{words.notSure}</em>} {leftover.before}
                    {'words' in offer ? (
                      <>
                        <del>{leftover.match}</del> <ins>{offer.words}</ins>
                      </>
                    ) : (
                      <span>
                        {leftover.match} {sayOffer(offer, leftover.match)}
                      </span>
                    )}
                    {leftover.after}
                  </span>
                }
              />
            )
          })}
        </div>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
          <Button
            data-autofocus
            disabled={chosen.size === 0}
            onClick={() => {
              settleThese(
                planId,
                [...chosen].map((key) => ({ key, offer: 0 })),
              )
              onClose()
            }}
          >
            {words.settleChosen(chosen.size)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
