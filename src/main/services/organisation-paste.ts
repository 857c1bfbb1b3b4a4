import { AgencyKind, type Agency } from '#shared/domain/agency.ts'
import { guessAgencyKind } from '#shared/domain/agency-kind.ts'
import { CommitteeRole, type Member } from '#shared/domain/member.ts'
import { sameName } from '#shared/domain/name-marks.ts'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { fold } from '#shared/language/fold.ts'
import { organisationText } from '#shared/text/vi/organisation.ts'
import { pasteText } from '#shared/text/vi/organisation-paste.ts'
import { listAgencies } from '#main/store/repositories/agency.ts'
import { listMembers } from '#main/store/repositories/member.ts'
import type { ServiceContext } from './context.ts'
import { readTable } from './pasted-table.ts'

/**
 * What a block of cells pasted from a spreadsheet would add to the agencies: columns name, short name, kind, found by their titles when
 * the first row has titles, else in this order; a column of running numbers before the name is passed over. Nothing is written.
 */
export async function previewAgencies(
  { db }: ServiceContext,
  input: Input<'agency.preview-paste'>,
): Promise<Output<'agency.preview-paste'>> {
  const there = await listAgencies(db)
  const { rows, columns } = readTable(input.text, {
    name: pasteText.nameTitles,
    shortName: pasteText.shortNameTitles,
    kind: pasteText.kindTitles,
  })
  const seen: string[] = there.filter(({ activeTo }) => activeTo === null).map(({ name }) => name)
  return {
    rows: rows.map((cells) => {
      const name = cells[columns.name] ?? ''
      const shortName = cells[columns.shortName] ?? ''
      const said = kindOf(cells[columns.kind] ?? '')
      const kind = said ?? guessAgencyKind(name) ?? 'other'
      const problem =
        name === '' ? 'no-name' : seen.some((other) => sameName(other, name)) ? 'already-there' : said === null ? 'kind-guessed' : null
      seen.push(name)
      return { name, shortName: shortName === '' ? null : shortName, kind, problem }
    }),
  }
}

/** The same for members: columns name, post, role, agency. An agency is matched by its name or short name. Nothing is written. */
export async function previewMembers(
  { db }: ServiceContext,
  input: Input<'member.preview-paste'>,
): Promise<Output<'member.preview-paste'>> {
  const [members, agencies] = [await listMembers(db), await listAgencies(db)]
  const { rows, columns } = readTable(input.text, {
    name: pasteText.memberTitles,
    post: pasteText.postTitles,
    role: pasteText.roleTitles,
    agency: pasteText.agencyTitles,
  })
  return {
    rows: rows.map((cells) => {
      const name = cells[columns.name] ?? ''
      const post = cells[columns.post] ?? ''
      const said = roleOf(cells[columns.role] ?? '')
      const agency = agencyOf(cells[columns.agency] ?? '', agencies) ?? agencyInPost(post, agencies)
      const there = members.some((member: Member) => sameName(member.name, name) && sameName(member.post, post))
      const problem = name === '' ? 'no-name' : there ? 'already-there' : said === null ? 'role-guessed' : null
      return { name, post, role: said ?? 'member', agencyId: agency?.id ?? null, problem }
    }),
  }
}

/** A kind by the words of its screen ("Sở", "UBND cấp xã"), or null. */
function kindOf(words: string): AgencyKind | null {
  if (words === '') return null
  return AgencyKind.options.find((kind) => fold(organisationText.kinds[kind]) === fold(words)) ?? null
}

function roleOf(words: string): CommitteeRole | null {
  if (words === '') return null
  const other = pasteText.otherRoleWords.find(([said]) => fold(said) === fold(words))
  return CommitteeRole.options.find((role) => fold(organisationText.roles[role]) === fold(words)) ?? other?.[1] ?? null
}

function namesOf(agency: Agency): readonly string[] {
  return [agency.name, ...(agency.shortName === null ? [] : [agency.shortName]), ...agency.aliases]
}

/** The living agency of that name; of two, none. */
function agencyOf(words: string, agencies: readonly Agency[]): Agency | null {
  if (words === '') return null
  const named = agencies.filter((agency) => agency.activeTo === null && namesOf(agency).some((name) => sameName(name, words)))
  return named.length === 1 ? (named[0] ?? null) : null
}

/** "Giám đốc Sở Nội vụ": the agency whose name ends the post; the longest name wins. */
function agencyInPost(post: string, agencies: readonly Agency[]): Agency | null {
  const words = post.split(' ')
  for (let start = 1; start < words.length; start += 1) {
    const agency = agencyOf(words.slice(start).join(' '), agencies)
    if (agency !== null) return agency
  }
  return null
}
