import type { ReactElement } from 'react'
import { recipientWords } from '#shared/document/foot.ts'
import type { Letterhead, Signature } from '#shared/domain/plan.ts'
import { officeText } from '#shared/text/vi/office.ts'
import styles from './letterhead-preview.module.css'

export interface LetterheadWords {
  readonly letterhead: Letterhead
  readonly symbol: string
  readonly recipients: readonly string[]
  readonly signature: Signature | null
}

const linesOf = (lines: readonly string[]): readonly string[] => lines.filter((line) => line.trim() !== '')

/** Head and foot of the paper as the typed words will stand on it: a sketch for a form; the true page is the page engine's. */
export function LetterheadPreview({ letterhead, symbol, recipients, signature }: LetterheadWords): ReactElement {
  const issuer = linesOf(letterhead.issuer)
  return (
    <figure className={styles['paper']} aria-label={officeText.preview}>
      <div className={styles['head']}>
        <div>
          {linesOf(letterhead.superior).map((line) => (
            <div key={line}>{line}</div>
          ))}
          {issuer.map((line) => (
            <b key={line}>{line}</b>
          ))}
          <hr className={styles['short']} />
          <div className={styles['number']}>{officeText.numberLine('      ', symbol)}</div>
        </div>
        <div>
          <b>{officeText.nation}</b>
          <b className={styles['motto']}>{officeText.motto}</b>
          <hr className={styles['long']} />
          <i>{officeText.dateLine(letterhead.place)}</i>
        </div>
      </div>
      <div className={styles['gap']} aria-hidden>
        …
      </div>
      <div className={styles['foot']}>
        <div className={styles['recipients']}>
          <b>
            <i>{officeText.recipientsTitle}</i>
          </b>
          {linesOf(recipients).map((line, index, all) => (
            // Two recipients may be typed alike while the list is being written.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index}>{recipientWords(line, index === all.length - 1)}</div>
          ))}
        </div>
        {signature !== null && (
          <div className={styles['signature']}>
            {linesOf(signature.authority).map((line) => (
              <b key={line}>{line}</b>
            ))}
            <b>{signature.title.toLocaleUpperCase('vi')}</b>
            <div className={styles['sign']} />
            <b>{signature.name}</b>
          </div>
        )}
      </div>
    </figure>
  )
}
