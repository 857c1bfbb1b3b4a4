import type { Office } from '../domain/office.ts'
import type { Letterhead, Signature } from '../domain/plan.ts'
import type { UrgingIssuerKind, UrgingWords } from '../domain/urging-letter.ts'

/** A body that may issue a letter, with what its papers begin and end with. */
export interface UrgingIssuer {
  readonly kind: UrgingIssuerKind
  /** Inside a sentence. */
  readonly name: string
  readonly letterhead: Letterhead
  /** Symbol of its công văn: the issuer's letters and the drafting unit's, without a type (decree I.II.3.b). */
  readonly symbol: string
  /** Ways to sign; the first is the office's usual one. */
  readonly signatures: readonly Signature[]
}

const PROVINCE = 'ỦY BAN NHÂN DÂN'
const COMMITTEE = ['BAN CHỈ ĐẠO', 'CẢI CÁCH HÀNH CHÍNH']
const FIELD = 'CCHC'

/**
 * The bodies that urge, as the office's settings know them. Authority as the decree words it (I.II.7.b): TM. for the collective, KT. for the
 * head by a deputy, TL. by the head of a unit at the head's order, TUQ. by one whom the head empowered. Names are empty but where the settings have them.
 */
export function urgingIssuers(
  office: Pick<Office, 'provinceName' | 'letterhead' | 'draftingSymbol' | 'signatures'>,
  standingAgency: string,
): readonly UrgingIssuer[] {
  const { letterhead, provinceName, draftingSymbol } = office
  const place = letterhead.place
  const province = provinceName.toLocaleUpperCase('vi')
  const above = `UBND ${province}`
  const own = (first: string): readonly Signature[] => office.signatures.filter(({ authority }) => authority[0]?.trim() === first)
  const standing = standingAgency.toLocaleUpperCase('vi')
  return [
    {
      kind: 'province',
      name: `UBND ${provinceName}`,
      letterhead: { superior: [], issuer: [PROVINCE, province], place },
      symbol: draftingSymbol === '' ? 'UBND' : `UBND-${draftingSymbol}`,
      signatures: withUsual(own(`TM. ${PROVINCE}`), [
        signed([`TM. ${PROVINCE}`], 'CHỦ TỊCH'),
        signed([`TM. ${PROVINCE}`, 'KT. CHỦ TỊCH'], 'PHÓ CHỦ TỊCH'),
        signed(['TL. CHỦ TỊCH'], 'CHÁNH VĂN PHÒNG'),
        signed(['TUQ. CHỦ TỊCH'], `GIÁM ĐỐC ${standing}`.trim()),
      ]),
    },
    {
      kind: 'standing',
      name: standingAgency,
      letterhead: { superior: [above], issuer: [standing], place },
      symbol: `${initials(standingAgency)}-${FIELD}`,
      signatures: [
        signed([], 'GIÁM ĐỐC'),
        signed(['KT. GIÁM ĐỐC'], 'PHÓ GIÁM ĐỐC'),
        signed(['TL. GIÁM ĐỐC'], 'CHÁNH VĂN PHÒNG'),
        signed(['TUQ. GIÁM ĐỐC'], 'TRƯỞNG PHÒNG CẢI CÁCH HÀNH CHÍNH'),
      ],
    },
    {
      kind: 'committee',
      name: `Ban Chỉ đạo cải cách hành chính ${provinceName}`,
      letterhead: { superior: [above], issuer: COMMITTEE, place },
      symbol: `BCĐ-${FIELD}`,
      signatures: withUsual(own('TM. BAN CHỈ ĐẠO'), [
        signed(['TM. BAN CHỈ ĐẠO'], 'TRƯỞNG BAN'),
        signed(['TM. BAN CHỈ ĐẠO', 'KT. TRƯỞNG BAN'], 'PHÓ TRƯỞNG BAN'),
        signed(['TL. TRƯỞNG BAN'], `GIÁM ĐỐC ${standing}`.trim()),
        signed(['TUQ. TRƯỞNG BAN'], `GIÁM ĐỐC ${standing}`.trim()),
      ]),
    },
  ]
}

function signed(authority: readonly string[], title: string): Signature {
  return { authority, title, name: '' }
}

function wayOf({ authority, title }: Signature): string {
  return [...authority, title].join('|').toLocaleUpperCase('vi')
}

/** The office's own ways to sign first, and of the usual ones those it has none of. */
function withUsual(own: readonly Signature[], usual: readonly Signature[]): readonly Signature[] {
  const known = new Set(own.map(wayOf))
  return [...own, ...usual.filter((one) => !known.has(wayOf(one)))]
}

/** "SNV" of "Sở Nội vụ": what the office's papers call it by. */
function initials(name: string): string {
  return name
    .split(/[\s-]+/u)
    .map((word) => /^\p{L}/u.exec(word)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase('vi')
}

/** Recipients that a letter begins with: those above, and the archive (decree I.II.9). A person adds whom it goes to besides. */
export function usualRecipients(draftingUnit: string): readonly string[] {
  return ['Như trên', 'Trưởng Ban Chỉ đạo CCHC tỉnh (để báo cáo)', draftingUnit === '' ? 'Lưu: VT' : `Lưu: VT, ${draftingUnit}`]
}

/** The words that a letter of an issuer begins with: its usual way to sign, the usual sentences. */
export function usualWords(
  issuer: UrgingIssuer,
  { recipients, answerTo, answerBy }: Pick<UrgingWords, 'recipients' | 'answerTo' | 'answerBy'>,
): UrgingWords {
  const [signature = { authority: [], title: '', name: '' }] = issuer.signatures
  return {
    issuer: issuer.kind,
    letterhead: issuer.letterhead,
    symbol: issuer.symbol,
    issuerName: issuer.name,
    signature,
    recipients,
    subject: '',
    opening: '',
    request: '',
    answerTo,
    answerBy,
  }
}
