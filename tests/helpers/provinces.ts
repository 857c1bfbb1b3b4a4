import { readFileSync } from 'node:fs'
import { OrganisationSeed } from '#main/services/organisation-seed.ts'
import type { Agency, AgencyGroup, AgencyKind, AgencyRegistry, Party } from '#shared/domain/agency.ts'
import type { AgencyGroupId, AgencyId } from '#shared/domain/identifier.ts'
import { matchParties } from '#shared/domain/party-match.ts'
import { aGroup, anAgency, id } from './records.ts'

/** Bodies of several provinces as their plans name them, for reading lists of agencies. Made for tests; not a register. */

type Body =
  | string
  | {
      readonly name: string
      readonly short?: string
      readonly aliases?: readonly string[]
      readonly kind?: AgencyKind
      readonly from?: string
      readonly to?: string
      readonly successor?: string
      readonly key?: string
    }
type Group = {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly kinds?: readonly AgencyKind[]
  readonly unspecified?: true
  readonly from?: string
  readonly to?: string
}

function kindOf(name: string): AgencyKind {
  if (name.startsWith('Sở ')) return 'department'
  if (/^UBND (huyện|thành phố)/.test(name)) return 'district-committee'
  if (/^UBND (xã|phường)/.test(name)) return 'commune-committee'
  if (name === 'UBND tỉnh') return 'provincial-committee'
  return /^(Văn phòng|Thanh tra|Ban)/.test(name) ? 'provincial-office' : 'other'
}

export function registryOf(bodies: readonly Body[], groups: readonly Group[]): AgencyRegistry {
  const full = bodies.map((body) => (typeof body === 'string' ? { name: body } : body))
  const keys = full.map((body) => ('key' in body ? body.key : undefined) ?? body.name)
  const agencies: Agency[] = full.map((body, position) =>
    anAgency({
      id: id<AgencyId>(0xa000 + position),
      name: body.name,
      shortName: ('short' in body ? body.short : null) ?? null,
      aliases: [...(('aliases' in body ? body.aliases : null) ?? [])],
      kind: ('kind' in body ? body.kind : undefined) ?? kindOf(body.name),
      activeFrom: ('from' in body ? body.from : null) ?? null,
      activeTo: ('to' in body ? body.to : null) ?? null,
      successorIds: 'successor' in body && body.successor !== undefined ? [id<AgencyId>(0xa000 + keys.indexOf(body.successor))] : [],
      position,
    }),
  )
  const made: AgencyGroup[] = groups.map((group, position) =>
    aGroup({
      id: id<AgencyGroupId>(0xb000 + position),
      name: group.name,
      aliases: [...(group.aliases ?? [])],
      memberKinds: [...(group.kinds ?? [])],
      unspecified: group.unspecified ?? false,
      activeFrom: group.from ?? null,
      activeTo: group.to ?? null,
      position,
    }),
  )
  return { agencies, groups: made }
}

const departments: Group = { name: 'Các sở, ban, ngành', aliases: ['các sở, ngành'], kinds: ['department', 'provincial-office'] }
const districts: Group = { name: 'UBND các huyện, thành phố', kinds: ['district-committee'], to: '2025-06-30' }
const communes: Group = { name: 'UBND các xã, phường', aliases: ['UBND các xã, phường, thị trấn'], kinds: ['commune-committee'] }
const related: Group = { name: 'Các cơ quan, đơn vị có liên quan', unspecified: true }

/** Lạng Sơn before and after 01/3/2025 and 01/7/2025; "(2025)" in a key tells bodies of one name apart. */
export const langSon = registryOf(
  [
    'UBND tỉnh',
    { name: 'Văn phòng UBND tỉnh', kind: 'provincial-office' },
    { name: 'Sở Nội vụ', to: '2025-02-28', successor: 'Sở Nội vụ (2025)' },
    { name: 'Sở Nội vụ', key: 'Sở Nội vụ (2025)', from: '2025-03-01' },
    { name: 'Sở Tài chính', to: '2025-02-28', successor: 'Sở Tài chính (2025)' },
    { name: 'Sở Tài chính', key: 'Sở Tài chính (2025)', from: '2025-03-01' },
    { name: 'Sở Kế hoạch và Đầu tư', to: '2025-02-28', successor: 'Sở Tài chính (2025)' },
    { name: 'Sở Xây dựng', to: '2025-02-28', successor: 'Sở Xây dựng (2025)' },
    { name: 'Sở Xây dựng', key: 'Sở Xây dựng (2025)', from: '2025-03-01' },
    { name: 'Sở Giao thông vận tải', short: 'Sở GTVT', to: '2025-02-28', successor: 'Sở Xây dựng (2025)' },
    { name: 'Sở Tài nguyên và Môi trường', to: '2025-02-28' },
    { name: 'Sở Thông tin và Truyền thông', to: '2025-02-28', successor: 'Sở Khoa học và Công nghệ (2025)' },
    { name: 'Sở Khoa học và Công nghệ', to: '2025-02-28', successor: 'Sở Khoa học và Công nghệ (2025)' },
    { name: 'Sở Khoa học và Công nghệ', key: 'Sở Khoa học và Công nghệ (2025)', from: '2025-03-01' },
    { name: 'Sở Lao động - Thương binh và Xã hội', to: '2025-02-28' },
    'Sở Tư pháp',
    'Sở Y tế',
    'Sở Công Thương',
    'Sở Giáo dục và Đào tạo',
    'Sở Ngoại vụ',
    { name: 'Sở Văn hóa, Thể thao và Du lịch' },
    'Thanh tra tỉnh',
    { name: 'Đài Phát thanh và Truyền hình tỉnh', kind: 'media', aliases: ['Đài PT-TH Lạng Sơn'] },
    { name: 'Báo Lạng Sơn', kind: 'media' },
    { name: 'Cổng Thông tin điện tử tỉnh', kind: 'media' },
    { name: 'Công an tỉnh', kind: 'central-local' },
    { name: 'Tỉnh đoàn Lạng Sơn', kind: 'front' },
    { name: 'Liên đoàn Lao động tỉnh', kind: 'front' },
    { name: 'Trường Chính trị Hoàng Văn Thụ', kind: 'public-unit' },
    ...['thành phố Lạng Sơn', 'huyện Cao Lộc', 'huyện Chi Lăng', 'huyện Lộc Bình'].map((name) => ({
      name: `UBND ${name}`,
      to: '2025-06-30',
    })),
    ...['xã Cao Lộc', 'xã Chi Lăng', 'xã Quý Hòa', 'phường Đông Kinh'].map((name) => ({ name: `UBND ${name}`, from: '2025-07-01' })),
  ],
  [
    departments,
    districts,
    communes,
    related,
    { name: 'Các cơ quan Trung ương đặt tại địa phương', kinds: ['central-local'] },
    { name: 'Các thành viên Ban Chỉ đạo CCHC tỉnh' },
    { name: 'Các Ban Đảng Tỉnh ủy' },
    { name: 'Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội tỉnh' },
    { name: 'Các đơn vị sự nghiệp công lập', kinds: ['public-unit'] },
  ],
)

export const hoChiMinh = registryOf(
  [
    'Sở Khoa học và Công nghệ',
    'Sở Tài chính',
    'Sở Nội vụ',
    'Sở Y tế',
    'Viện Nghiên cứu phát triển Thành phố',
    'Trung tâm Chuyển đổi số Thành phố',
  ],
  [departments, { ...communes, name: 'UBND xã, phường, đặc khu' }, related],
)

export const bacNinh = registryOf(
  [
    'Sở Tư pháp',
    'Văn phòng UBND tỉnh',
    'Sở Khoa học và Công nghệ',
    'Trung tâm Thông tin tỉnh',
    'Sở Giáo dục và Đào tạo',
    'Sở Nội vụ',
    { name: 'Báo và Phát thanh, Truyền hình tỉnh', kind: 'media' },
  ],
  [departments, communes, related],
)

export const dongThap = registryOf(
  [
    'Sở Công Thương',
    'Ban Quản lý Khu kinh tế',
    { name: 'Ban Quản lý Khu kinh tế tỉnh Đồng Tháp' },
    'Sở Văn hóa, Thể thao và Du lịch',
    'Sở Khoa học và Công nghệ',
  ],
  [departments, communes, related],
)

export const haNoi = registryOf(
  [
    'Sở Khoa học và Công nghệ',
    'Sở Công Thương',
    'Ban Quản lý các khu công nghệ cao và khu công nghiệp',
    'Sở Nội vụ',
    'Sở Tư pháp',
    'Sở Tài chính',
    'Sở Xây dựng',
    'Sở Giáo dục và Đào tạo',
    { name: 'Sở Quy hoạch - Kiến trúc', aliases: ['Sở QHKT'] },
    { name: 'Sở Nông nghiệp và Môi trường', aliases: ['Sở NNMT'] },
    { name: 'Công an Thành phố', aliases: ['Công an TPHN', 'Công an TP Hà Nội'] },
    { name: 'Thuế thành phố Hà Nội' },
    { name: 'Quỹ Đầu tư phát triển Thành phố', aliases: ['Quỹ ĐTPT TP'] },
    'Sở Kế hoạch và Đầu tư',
    'Sở Tài nguyên và Môi trường',
    'Sở Giao thông vận tải',
  ],
  [departments, { ...communes, name: 'UBND xã, phường' }, related],
)

export const laiChau = registryOf(
  [
    'Sở Khoa học và Công nghệ',
    'Sở Tư pháp',
    'Sở Văn hóa, Thể thao và Du lịch',
    { name: 'Báo và Phát thanh, Truyền hình Lai Châu', kind: 'media' },
  ],
  [departments, communes, related],
)

export const centre = registryOf(
  [
    { name: 'Văn phòng Chính phủ', kind: 'central' },
    { name: 'Bộ Tư pháp', kind: 'central' },
  ],
  [
    related,
    { name: 'Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ', kinds: ['central'] },
    { name: 'Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương' },
  ],
)

export const haTinh = registryOf(['UBND tỉnh'], [departments, related])

/** A party in a few signs: a name, ‹a group› with "= as written", “words”; "~ qualifier". */
export function sign(party: Party, registry: AgencyRegistry): string {
  if (party.kind === 'words') return `“${party.words}”`
  const qualifier = party.qualifier === undefined ? '' : ` ~ ${party.qualifier}`
  if (party.kind === 'agency') return `${registry.agencies.find((agency) => agency.id === party.agencyId)?.name}${qualifier}`
  const written = party.written === undefined ? '' : ` = ${party.written}`
  return `‹${registry.groups.find((group) => group.id === party.groupId)?.name}›${written}${qualifier}`
}

/** A list as it was read: leads, helpers, doubts, in the signs of `sign`. */
export function listInWords(registry: AgencyRegistry, text: string, asOf: string): readonly (readonly string[])[] {
  const { parties, coordinating, doubts } = matchParties(text, registry, asOf)
  return [
    parties.map((party) => sign(party, registry)),
    coordinating.map((party) => sign(party, registry)),
    doubts.map(({ code, words, successors }) => [`${code}: ${words}`, ...successors].join(' → ')),
  ]
}

/** The registry that the program ships as its sample, with ids in the file's order. */
export function shippedRegistry(): AgencyRegistry {
  const seed = OrganisationSeed.parse(
    JSON.parse(readFileSync(new URL('../../resources/sample/organisation.json', import.meta.url), 'utf8')),
  )
  const idOf = (key: string): AgencyId => id<AgencyId>(0xc000 + seed.agencies.findIndex((agency) => agency.key === key))
  return {
    agencies: seed.agencies.map(({ key, parent, from, to, successors, name, shortName, aliases, kind }, position) =>
      anAgency({
        id: idOf(key),
        name,
        shortName,
        aliases,
        kind,
        parentId: parent === null ? null : idOf(parent),
        activeFrom: from,
        activeTo: to,
        successorIds: successors.map(idOf),
        position,
      }),
    ),
    groups: seed.groups.map(({ name, aliases, unspecified, kinds, members, excluded, from, to }, position) =>
      aGroup({
        id: id<AgencyGroupId>(0xd000 + position),
        name,
        aliases,
        unspecified,
        memberKinds: kinds,
        memberIds: members.map(idOf),
        excludedIds: excluded.map(idOf),
        activeFrom: from,
        activeTo: to,
        position,
      }),
    ),
  }
}
