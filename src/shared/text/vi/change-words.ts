/**
 * What the log's records and their columns are called: the log keeps rows as they stand in the store. A column that is not named here
 * (identifiers, hashes, order keys) says nothing to a person and is left out.
 */
export const recordNames: Readonly<Record<string, string>> = {
  office: 'Thông tin đơn vị',
  profile: 'Người dùng',
  agency: 'Cơ quan',
  agency_group: 'Nhóm cơ quan',
  member: 'Thành viên',
  field: 'Lĩnh vực',
  document_record: 'Văn bản',
  plan: 'Kế hoạch',
  provision: 'Câu trong kế hoạch',
  appendix: 'Phụ lục',
  task: 'Nhiệm vụ',
  task_wording: 'Nhiệm vụ',
  task_party: 'Phân công',
  task_provision: 'Gắn với câu',
  draft_round: 'Dự thảo',
  frozen_document: 'Văn bản đã ban hành',
}

const life = { active_from: 'Hoạt động từ ngày', active_to: 'Đến hết ngày' }

export const columnNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  office: {
    province_name: 'Tỉnh, thành phố',
    letterhead: 'Đầu văn bản',
    issuer_in_sentence: 'Tên trong câu',
    plan_symbol: 'Ký hiệu kế hoạch',
    decision_symbol: 'Ký hiệu quyết định',
    drafting_symbol: 'Đơn vị soạn thảo',
    signatures: 'Người ký',
    recipients: 'Nơi nhận',
    size_set: 'Bộ cỡ chữ',
    standing_agency_id: 'Cơ quan thường trực',
  },
  profile: { name: 'Họ và tên', role: 'Vai trò' },
  agency: {
    name: 'Tên',
    short_name: 'Tên viết tắt',
    aliases: 'Tên gọi khác',
    kind: 'Loại',
    parent_id: 'Trực thuộc',
    ...life,
    successor_ids: 'Cơ quan kế thừa',
    legal_basis: 'Văn bản thành lập, sắp xếp',
  },
  agency_group: {
    name: 'Tên',
    aliases: 'Tên gọi khác',
    unspecified: 'Không chỉ đơn vị cụ thể',
    member_kinds: 'Gồm mọi đơn vị thuộc loại',
    member_ids: 'Và các đơn vị',
    excluded_ids: 'Trừ các đơn vị',
    ...life,
  },
  member: {
    name: 'Họ và tên',
    post: 'Chức vụ',
    role: 'Vai trò trong Ban chỉ đạo',
    agency_id: 'Cơ quan',
    field_ids: 'Phụ trách lĩnh vực',
    followed_agency_ids: 'Theo dõi đơn vị',
    ...life,
  },
  field: {
    name: 'Tên',
    aliases: 'Tên gọi khác',
    in_plan: 'Dùng trong kế hoạch',
    in_report: 'Dùng trong báo cáo',
    in_index: 'Dùng trong chỉ số',
    usual_lead_ids: 'Cơ quan thường chủ trì',
    ...life,
  },
  document_record: {
    type: 'Loại',
    number: 'Số',
    symbol: 'Ký hiệu',
    issued_on: 'Ngày ban hành',
    issuer: 'Cơ quan ban hành',
    subject: 'Trích yếu',
    signer: 'Người ký',
  },
  plan: {
    year: 'Năm',
    subject: 'Trích yếu',
    legal_form: 'Hình thức',
    status: 'Trạng thái',
    letterhead: 'Đầu văn bản',
    symbol: 'Ký hiệu',
    number: 'Số',
    issued_on: 'Ngày ban hành',
    recipients: 'Nơi nhận',
    signature: 'Phần ký',
    size_set: 'Bộ cỡ chữ',
    agencies_as_of: 'Tên cơ quan tính đến ngày',
  },
  provision: { kind: 'Loại đoạn', content: 'Nội dung' },
  appendix: { title: 'Tên phụ lục', orientation: 'Khổ giấy', columns: 'Các cột' },
  task: { origin: 'Nguồn' },
  task_wording: {
    field_id: 'Lĩnh vực',
    subgroup: 'Nhóm con',
    content: 'Nhiệm vụ',
    product: 'Sản phẩm',
    deadline: 'Thời hạn',
    extra: 'Cột thêm',
  },
  draft_round: { name: 'Tên dự thảo', saved_at: 'Lưu lúc' },
}

export const partyRoles: Readonly<Record<string, string>> = { lead: 'Cơ quan chủ trì', coordinating: 'Cơ quan phối hợp' }
export const orientationNames: Readonly<Record<string, string>> = { portrait: 'khổ dọc', landscape: 'khổ ngang' }
export const legalFormNames: Readonly<Record<string, string>> = { plan: 'Kế hoạch', decision: 'Quyết định ban hành kế hoạch' }
