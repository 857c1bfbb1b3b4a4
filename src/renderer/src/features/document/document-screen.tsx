import { ActionIcon, Anchor, Button, Table, Text, TextInput, Tooltip } from '@mantine/core'
import { IconFileTypeDocx, IconFileTypePdf, IconFiles, IconPaperclip, IconSearch } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { DocumentRecord } from '#shared/domain/document-record.ts'
import { fold } from '#shared/language/fold.ts'
import { documentText } from '#shared/text/vi/document.ts'
import { ask } from '../../lib/bridge.ts'
import { showDay } from '../../lib/dates.ts'
import { showDone, showFailure } from '../../lib/notices.tsx'
import { useAsk } from '../../lib/queries.ts'
import { DocumentTabs } from '../../ui/document-tabs/document-tabs.tsx'
import { Awaited, EmptyPlace, Screen } from '../../ui/screen/screen.tsx'

function fits(record: DocumentRecord, words: string): boolean {
  const text = fold(`${record.type} ${record.number}/${record.symbol} ${record.subject} ${record.issuer} ${record.signer}`)
  return fold(words)
    .split(' ')
    .every((word) => text.includes(word))
}

/** "Văn bản": what was issued, with our file as frozen and the signed file of record. */
export function DocumentScreen(): ReactElement {
  const documents = useAsk('document.list', {})
  const { loc = '' } = useSearch({ from: '/van-ban' })
  const navigate = useNavigate({ from: '/van-ban' })
  return (
    <Screen
      title={documentText.title}
      actions={
        <TextInput
          w={320}
          aria-label={documentText.filter}
          placeholder={documentText.filter}
          leftSection={<IconSearch size={15} aria-hidden />}
          defaultValue={loc}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ search: (before) => ({ ...before, loc: value === '' ? undefined : value }), replace: true })
          }
        />
      }
    >
      <DocumentTabs value="issued" />
      <Awaited query={documents}>
        {(list) => {
          if (list.length === 0) {
            return (
              <EmptyPlace
                icon={<IconFiles size={40} stroke={1.3} aria-hidden />}
                title={documentText.emptyTitle}
                text={documentText.emptyText}
              >
                <Button renderRoot={(props) => <Link to="/ke-hoach" {...props} />}>{documentText.toPlans}</Button>
              </EmptyPlace>
            )
          }
          const shown = list.filter((record) => fits(record, loc))
          return (
            <>
              <Text size="xs" mb="xs">
                {documentText.intro}
              </Text>
              {shown.length === 0 ? <Text>{documentText.nothingFits}</Text> : <DocumentTable documents={shown} />}
            </>
          )
        }}
      </Awaited>
    </Screen>
  )
}

function DocumentTable({ documents }: { readonly documents: readonly DocumentRecord[] }): ReactElement {
  const { ban } = useSearch({ from: '/van-ban' })
  return (
    <Table highlightOnHover bg="var(--pane)" withTableBorder>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={110}>{documentText.type}</Table.Th>
          <Table.Th w={140}>{documentText.numberSymbol}</Table.Th>
          <Table.Th w={100}>{documentText.issuedOn}</Table.Th>
          <Table.Th>{documentText.subject}</Table.Th>
          <Table.Th w={180}>{documentText.signer}</Table.Th>
          <Table.Th w={170}>{documentText.files}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {documents.map((record) => (
          <Table.Tr key={record.id} bg={record.id === ban ? 'var(--mark)' : ''}>
            <Table.Td>{record.type}</Table.Td>
            <Table.Td fw={600}>{`${record.number}/${record.symbol}`}</Table.Td>
            <Table.Td>{record.issuedOn === null ? '' : showDay(record.issuedOn)}</Table.Td>
            <Table.Td>
              {record.planId === null ? (
                record.subject
              ) : (
                <Anchor
                  size="xs"
                  c="inherit"
                  renderRoot={(props) => <Link to="/ke-hoach/$planId" params={{ planId: record.planId ?? '' }} {...props} />}
                >
                  {record.subject}
                </Anchor>
              )}
            </Table.Td>
            <Table.Td>{record.signer}</Table.Td>
            <Table.Td>
              <RecordFiles record={record} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function RecordFiles({ record }: { readonly record: DocumentRecord }): ReactElement {
  const open = (which: 'our' | 'signed'): void => void ask('document.open-file', { id: record.id, which }).catch(showFailure)
  const attach = (): void => {
    void ask('document.attach-signed', { id: record.id, version: record.version })
      .then((attached) => {
        if (attached !== null) showDone(documentText.attached)
      })
      .catch(showFailure)
  }
  return (
    <>
      {record.ourFile !== null && (
        <Tooltip label={`${documentText.openOur} (${record.ourFile.name}, ${documentText.bytes(record.ourFile.bytes)})`}>
          <ActionIcon aria-label={documentText.openOur} onClick={() => open('our')}>
            <IconFileTypeDocx size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {record.signedFile === null ? (
        <Button size="compact-xs" variant="subtle" leftSection={<IconPaperclip size={15} aria-hidden />} onClick={attach}>
          {documentText.attachSigned}
        </Button>
      ) : (
        <Tooltip
          label={`${documentText.openSigned} (${record.signedFile.name}) · ${documentText.hash}: ${record.signedFile.hash.slice(0, 12)}…`}
        >
          <ActionIcon aria-label={documentText.openSigned} onClick={() => open('signed')}>
            <IconFileTypePdf size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  )
}
