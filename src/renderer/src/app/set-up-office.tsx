import { Button, Text, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { officeText } from '#shared/text/vi/office.ts'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../lib/bridge.ts'
import { showDone, showFailure } from '../lib/notices.tsx'
import { markStale } from '../lib/queries.ts'
import { OfficeForm, type OfficeWords } from '../ui/office-form/office-form.tsx'

/** Nothing about one province is in code: only what the decree says of every provincial committee is filled in. */
const usual: OfficeWords = {
  provinceName: '',
  letterhead: { superior: [], issuer: [officeText.usualIssuerLine, ''], place: '' },
  issuerInSentence: '',
  planSymbol: officeText.usualPlanSymbol,
  decisionSymbol: officeText.usualDecisionSymbol,
  draftingSymbol: '',
  signatures: [{ authority: [officeText.usualAuthority], title: officeText.usualSignerTitle, name: '' }],
  recipients: [],
  sizeSet: 'larger',
}

/** "Tạo đơn vị của tôi": a workspace of one's own, never mixed with the sample. */
export function SetUpOffice({ onBack, alreadyOpen }: { readonly onBack: () => void; readonly alreadyOpen: boolean }): ReactElement {
  const [busy, setBusy] = useState(false)
  const navigate = useNavigate()
  const create = async (office: OfficeWords): Promise<void> => {
    if (!alreadyOpen) await ask('workspace.open-own', { folder: null })
    await ask('office.create', {
      ...office,
      letterhead: { ...office.letterhead, issuer: [...office.letterhead.issuer], superior: [...office.letterhead.superior] },
      recipients: [...office.recipients],
      signatures: [...office.signatures],
    })
    await markStale([])
    await navigate({ to: '/' })
    showDone(officeText.created)
  }
  return (
    <div style={{ maxWidth: 1240, margin: '0 auto', padding: '20px 20px 40px' }}>
      <Title order={1}>{officeText.title}</Title>
      <Text mb="md">{officeText.intro}</Text>
      <OfficeForm
        initial={usual}
        onSubmit={(office) => {
          setBusy(true)
          void create(office)
            .catch(showFailure)
            .finally(() => setBusy(false))
        }}
        actions={
          <>
            <Button variant="default" onClick={onBack}>
              {shell.back}
            </Button>
            <Button type="submit" loading={busy}>
              {officeText.create}
            </Button>
          </>
        }
      />
    </div>
  )
}
