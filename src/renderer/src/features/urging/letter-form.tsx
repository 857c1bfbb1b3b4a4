import { Button, Select, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import type { Signature } from '#shared/domain/plan.ts'
import type { UrgingLine, UrgingWords } from '#shared/domain/urging-letter.ts'
import { usualOpening, usualRequest } from '#shared/document/urging-letter.ts'
import { usualWords } from '#shared/document/urging-issuer.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { urgingText as text } from '#shared/text/vi/urging.ts'
import { DayBox } from '../../ui/day-box/day-box.tsx'
import styles from './urging.module.css'

interface LetterFormProps {
  readonly start: Output<'urging.start'>
  readonly year: number
  /** The lines in the letter, for the sentences that are usual. */
  readonly lines: readonly UrgingLine[]
  readonly words: UrgingWords
  readonly joint: boolean
  readonly onWords: (words: UrgingWords) => void
  readonly onJoint: (joint: boolean) => void
  /** What is done with the letter, at the right of its first row. */
  readonly action: ReactElement
}

/** Who issues and signs, by when to answer; and, asked for, every sentence of the letter. */
export function LetterForm({ start, year, lines, words, joint, onWords, onJoint, action }: LetterFormProps): ReactElement {
  const [open, setOpen] = useState(false)
  const set = (change: Partial<UrgingWords>): void => onWords({ ...words, ...change })
  const issuer = start.issuers.find(({ kind }) => kind === words.issuer)
  const ways = issuer?.signatures ?? []
  const way = ways.findIndex((one) => wayOf(one) === wayOf(words.signature))
  const usual = { basis: start.basis, year, lines, issuer: words.issuer, issuerName: words.issuerName }
  return (
    <section className={styles['form']} aria-label={text.letterLabel}>
      <div className={styles['row']}>
        <SegmentedControl
          size="xs"
          value={joint ? 'joint' : 'each'}
          data={[
            { value: 'joint', label: text.joint },
            { value: 'each', label: text.each },
          ]}
          onChange={(value) => onJoint(value === 'joint')}
        />
        <Button
          size="compact-xs"
          variant="subtle"
          rightSection={open ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? text.less : text.more}
        </Button>
        <div className={styles['space']} />
        {action}
      </div>
      <div className={styles['fields']}>
        <Select
          size="xs"
          label={text.issuer}
          allowDeselect={false}
          data={start.issuers.map(({ kind, name }) => ({ value: kind, label: name }))}
          value={words.issuer}
          onChange={(kind) => {
            const chosen = start.issuers.find((one) => one.kind === kind)
            // What the person worded stays; what belongs to the issuer goes with it.
            if (chosen !== undefined) {
              const { letterhead, symbol, issuerName, signature } = usualWords(chosen, start)
              set({ issuer: chosen.kind, letterhead, symbol, issuerName, signature })
            }
          }}
        />
        <Select
          size="xs"
          label={text.signing}
          allowDeselect={false}
          data={[
            ...ways.map((one, index) => ({ value: String(index), label: wayOf(one) })),
            ...(way < 0 ? [{ value: '-1', label: wayOf(words.signature) }] : []),
          ]}
          value={String(way)}
          onChange={(index) => {
            const chosen = ways[Number(index)]
            if (chosen !== undefined) set({ signature: chosen })
          }}
        />
        <DayBox label={text.answerBy} day={words.answerBy} onDay={(answerBy) => set({ answerBy })} />
      </div>
      {open && (
        <div className={styles['words']}>
          <TextInput
            size="xs"
            label={text.signerName}
            value={words.signature.name}
            onChange={({ currentTarget: { value } }) => set({ signature: { ...words.signature, name: value } })}
          />
          <TextInput
            size="xs"
            label={text.title}
            value={words.signature.title}
            onChange={({ currentTarget: { value } }) => set({ signature: { ...words.signature, title: value } })}
          />
          <Textarea
            size="xs"
            autosize
            minRows={2}
            label={text.authorityLines}
            value={words.signature.authority.join('\n')}
            onChange={({ currentTarget: { value } }) => set({ signature: { ...words.signature, authority: linesOf(value) } })}
          />
          <TextInput
            size="xs"
            label={text.symbol}
            description={text.symbolHint}
            value={words.symbol}
            error={words.symbol.trim() === '' ? text.symbolMissing : null}
            onChange={({ currentTarget: { value } }) => set({ symbol: value })}
          />
          <TextInput
            size="xs"
            label={text.subject}
            placeholder={text.usual}
            value={words.subject}
            onChange={({ currentTarget: { value } }) => set({ subject: value })}
          />
          <TextInput
            size="xs"
            label={text.answerTo}
            value={words.answerTo}
            onChange={({ currentTarget: { value } }) => set({ answerTo: value })}
          />
          <Textarea
            className={styles['wide'] ?? ''}
            size="xs"
            autosize
            minRows={2}
            label={text.opening}
            description={text.usual}
            placeholder={usualOpening(usual)}
            value={words.opening}
            onChange={({ currentTarget: { value } }) => set({ opening: value })}
          />
          <Textarea
            className={styles['wide'] ?? ''}
            size="xs"
            autosize
            minRows={2}
            label={text.request}
            description={text.usual}
            placeholder={lines.length === 0 ? '' : usualRequest(usual)}
            value={words.request}
            onChange={({ currentTarget: { value } }) => set({ request: value })}
          />
          <Textarea
            className={styles['wide'] ?? ''}
            size="xs"
            autosize
            minRows={3}
            label={text.recipients}
            value={words.recipients.join('\n')}
            onChange={({ currentTarget: { value } }) => set({ recipients: value.split('\n') })}
          />
        </div>
      )}
    </section>
  )
}

/** A way to sign in one line: "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH". */
function wayOf({ authority, title }: Pick<Signature, 'authority' | 'title'>): string {
  return [...authority, title].join(', ')
}

/** Lines as they are typed: an empty one stays while it is the last, so that a new one can be begun. */
function linesOf(value: string): readonly string[] {
  return value === '' ? [] : value.split('\n')
}
