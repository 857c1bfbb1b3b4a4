import type { Row } from './row.ts'

// The office, its people, the bodies and fields it works with.

export interface OfficeTable extends Row {
  province_name: string
  letterhead: string
  issuer_in_sentence: string
  plan_symbol: string
  decision_symbol: string
  drafting_symbol: string
  standing_agency_id: string | null
  signatures: string
  recipients: string
  size_set: string
  is_sample: number
}

export interface ProfileTable extends Row {
  name: string
  role: string
}

export interface AgencyTable extends Row {
  name: string
  short_name: string | null
  aliases: string
  kind: string
  parent_id: string | null
  active_from: string | null
  active_to: string | null
  successor_ids: string
  legal_basis: string | null
  position: number
}

export interface AgencyGroupTable extends Row {
  name: string
  aliases: string
  unspecified: number
  member_kinds: string
  member_ids: string
  excluded_ids: string
  active_from: string | null
  active_to: string | null
  position: number
}

export interface MemberTable extends Row {
  name: string
  post: string
  role: string
  agency_id: string | null
  field_ids: string
  followed_agency_ids: string
  active_from: string | null
  active_to: string | null
  position: number
}

export interface FieldTable extends Row {
  name: string
  aliases: string
  position: number
  in_plan: number
  in_report: number
  in_index: number
  usual_lead_ids: string
  active_from: string | null
  active_to: string | null
}
