import { Modal } from '@mantine/core'
import type { ReactElement } from 'react'
import { shell } from '#shared/text/vi/shell.ts'
import { ask } from '../lib/bridge.ts'
import { showFailure } from '../lib/notices.tsx'
import { markStale } from '../lib/queries.ts'
import { ProfileForm } from '../ui/profile-form/profile-form.tsx'

/** A new person, who is then the one that goes on. */
export function AddProfile({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }): ReactElement {
  return (
    <Modal opened={opened} onClose={onClose} title={shell.addProfileTitle} closeButtonProps={{ 'aria-label': shell.close }}>
      <ProfileForm
        profile={null}
        onCancel={onClose}
        onSave={({ name, role }) => {
          void (async () => {
            const profile = await ask('profile.save', { id: null, name, role })
            await ask('profile.choose', { id: profile.id })
            await markStale([])
            onClose()
          })().catch(showFailure)
        }}
      />
    </Modal>
  )
}
