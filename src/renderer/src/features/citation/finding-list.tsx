import { ActionIcon, Button, Text, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconBook2, IconCircleCheck, IconEye, IconPencil, IconPlus } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { shortCitation } from '#shared/domain/citation-form.ts'
import type { CitationFinding, CitationSeverity } from '#shared/domain/citation-finding.ts'
import type { CitingPlace } from '#shared/domain/citing-text.ts'
import type { CitedDocumentId, PlanId } from '#shared/domain/identifier.ts'
import { sayCitingAddress, sayFinding } from '#shared/text/vi/citation.ts'
import { citationPaneText as text } from '#shared/text/vi/citation-screen.ts'
import { register, takeFixes } from './citation-acts.ts'
import styles from './citation.module.css'
import type { ScreenCheck } from './use-citation-check.ts'

const signs = {
  alarm: { icon: IconAlertTriangle, color: 'var(--mantine-color-orange-8)' },
  hint: { icon: IconEye, color: 'var(--quiet)' },
  offer: { icon: IconPencil, color: 'var(--mantine-color-indigo-6)' },
} as const satisfies Record<CitationSeverity, unknown>

interface FindingListProps {
  readonly planId: PlanId
  readonly check: ScreenCheck
  readonly locked: boolean
  readonly onGo: (place: CitingPlace, start: number, length: number) => void
  readonly onOpen: (id: CitedDocumentId) => void
}

/** Slips first, each with its way to the words and its fix; then documents not registered, things worth a look, and the decree's forms. */
export function FindingList({ planId, check, locked, onGo, onOpen }: FindingListProps): ReactElement {
  const { findings, unregistered } = check
  const of = (severity: CitationSeverity): readonly CitationFinding[] => findings.filter((one) => one.severity === severity)
  // A document that is not registered is told once, in its own list; here only where it may be a slip.
  const hints = of('hint').filter(({ code, known }) => code !== 'unknown' || known !== null)
  const section = (severity: CitationSeverity, list: readonly CitationFinding[], all: string): ReactNode =>
    list.length > 0 && (
      <Section title={text.groups[severity](list.length)} act={locked ? null : fixAll(planId, list, all)}>
        {list.map((finding) => (
          <FindingLine key={finding.key} planId={planId} finding={finding} locked={locked} onGo={onGo} onOpen={onOpen} />
        ))}
      </Section>
    )
  return (
    <>
      {of('alarm').length === 0 && (
        <Text size="sm" p="sm" c="teal.9" className={styles['allWell']}>
          <IconCircleCheck size={16} aria-hidden /> {text.nothingWrong}
        </Text>
      )}
      {section('alarm', of('alarm'), text.fixAll)}
      {unregistered.length > 0 && (
        <Section
          title={text.unregistered(unregistered.length)}
          act={
            <Button size="compact-xs" variant="light" onClick={() => register(unregistered.map(({ facts }) => facts))}>
              {text.registerAll}
            </Button>
          }
        >
          {unregistered.map(({ facts, times }) => (
            <li key={`${facts.symbol} ${facts.issuedOn ?? ''}`} className={styles['line']}>
              <IconBook2 size={16} aria-hidden color="var(--quiet)" />
              <div className={styles['lineText']}>
                <Text size="xs">{shortCitation(facts)}</Text>
                <Text size="xs" c="dimmed">
                  {text.timesCited(times)}
                </Text>
              </div>
              <Button
                size="compact-xs"
                variant="default"
                leftSection={<IconPlus size={13} aria-hidden />}
                aria-label={text.registerThis(facts.symbol)}
                onClick={() => register([facts])}
              >
                {text.register}
              </Button>
            </li>
          ))}
        </Section>
      )}
      {section('hint', hints, text.fixAll)}
      {section('offer', of('offer'), text.writeAll)}
    </>
  )
}

function fixAll(planId: PlanId, list: readonly CitationFinding[], label: string): ReactNode {
  const fixable = list.filter(({ fix }) => fix !== null)
  return (
    fixable.length > 1 && (
      <Button size="compact-xs" variant="light" onClick={() => takeFixes(planId, fixable)}>
        {label} ({fixable.length})
      </Button>
    )
  )
}

function Section({
  title,
  act,
  children,
}: {
  readonly title: string
  readonly act: ReactNode
  readonly children: ReactNode
}): ReactElement {
  return (
    <section aria-label={title}>
      <div className={styles['group']}>
        <Text size="xs" fw={600}>
          {title}
        </Text>
        {act}
      </div>
      <ul className={styles['lines']}>{children}</ul>
    </section>
  )
}

/** The last words of a text, at most so many letters. */
function endOf(words: string, letters: number): string {
  return words.length <= letters ? words : words.slice(-letters).replace(/^\S*\s+/, '… ')
}

function beginningOf(words: string, letters: number): string {
  return words.length <= letters ? words : words.slice(0, letters).replace(/\s+\S*$/, ' …')
}

function FindingLine({
  planId,
  finding,
  locked,
  onGo,
  onOpen,
}: Omit<FindingListProps, 'check'> & { readonly finding: CitationFinding }): ReactElement {
  const { severity, code, place, address, start, length, before, match, after, fix, documentId } = finding
  const { icon: Sign, color } = signs[severity]
  return (
    <li className={styles['line']}>
      <Sign size={16} aria-hidden color={color} />
      <div className={styles['lineText']}>
        <Text size="xs">{sayFinding(finding)}</Text>
        <button type="button" className={styles['excerpt']} onClick={() => onGo(place, start, length)}>
          <span className={styles['address']}>{sayCitingAddress(address)}</span> {endOf(before, 36)}
          <mark>{match}</mark>
          {beginningOf(after, 44)}
        </button>
      </div>
      <div className={styles['lineActs']}>
        {fix !== null && !locked && (
          <Tooltip label={text.fixSays(fix.words, fix.replacement)} multiline maw={360}>
            <Button size="compact-xs" variant={severity === 'alarm' ? 'light' : 'default'} onClick={() => takeFixes(planId, [finding])}>
              {code === 'write-in-full' ? text.writeInFull : code === 'write-short' ? text.writeShort : text.fix}
            </Button>
          </Tooltip>
        )}
        {documentId !== null && (
          <Tooltip label={text.openInRegistry}>
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label={text.openInRegistry} onClick={() => onOpen(documentId)}>
              <IconBook2 size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </li>
  )
}
