import { Alert, Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { Office } from '#shared/domain/office.ts'
import { settingsText } from '#shared/text/vi/settings.ts'
import { ask } from '../../lib/bridge.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { OfficeForm, type OfficeWords } from '../../ui/office-form/office-form.tsx'

/** What every new plan starts with: names, signers, recipients, symbols, sizes. */
export function OfficeTab({ office }: { readonly office: Office | null }) {
  const [round, setRound] = useState(0)
  const [busy, setBusy] = useState(false)
  if (office === null) return <Alert color="gray">{settingsText.officeNone}</Alert>
  const save = ({ letterhead, signatures, recipients, ...words }: OfficeWords): void => {
    setBusy(true)
    void ask('office.update', {
      version: office.version,
      patch: {
        ...words,
        letterhead: { ...letterhead, superior: [...letterhead.superior], issuer: [...letterhead.issuer] },
        signatures: [...signatures],
        recipients: [...recipients],
      },
    })
      .then(() => showDone(settingsText.officeSaved, { undoable: true }), showFailure)
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {settingsText.officeHint}
      </Text>
      <OfficeForm
        // A new version (saved, undone, changed elsewhere) and "Bỏ thay đổi" both start the form anew.
        key={`${office.version}/${round}`}
        initial={office}
        onSubmit={save}
        actions={
          <>
            <Button variant="default" onClick={() => setRound(round + 1)}>
              {settingsText.officeReset}
            </Button>
            <Button type="submit" loading={busy}>
              {settingsText.officeSave}
            </Button>
          </>
        }
      />
    </>
  )
}
