import type { CommitteeRole } from '../../domain/member.ts'

/** How offices title the columns of their own lists, for reading what is pasted; compared without accents and case. */
export const pasteText = {
  nameTitles: ['Tên', 'Tên đơn vị', 'Tên cơ quan', 'Đơn vị', 'Cơ quan', 'Cơ quan, đơn vị', 'Tên cơ quan, đơn vị'],
  shortNameTitles: ['Tên viết tắt', 'Viết tắt', 'Tên ngắn', 'Tên gọi tắt'],
  kindTitles: ['Loại', 'Loại hình', 'Loại đơn vị', 'Nhóm'],
  memberTitles: ['Họ tên', 'Họ và tên', 'Tên', 'Thành viên'],
  postTitles: ['Chức vụ', 'Chức danh', 'Chức vụ, đơn vị', 'Chức vụ, đơn vị công tác'],
  roleTitles: ['Vai trò', 'Vai trò trong Ban chỉ đạo', 'Nhiệm vụ', 'Chức danh trong Ban chỉ đạo'],
  agencyTitles: ['Cơ quan', 'Đơn vị', 'Đơn vị công tác', 'Cơ quan công tác'],
  otherRoleWords: [
    ['Phó ban', 'deputy-head'],
    ['Phó Trưởng ban thường trực', 'deputy-head'],
    ['Trưởng Ban chỉ đạo', 'head'],
    ['Phó Trưởng Ban chỉ đạo', 'deputy-head'],
    ['Thành viên thường trực', 'standing-member'],
    ['Ủy viên', 'member'],
    ['Thư ký', 'secretariat'],
    ['Thành viên Tổ Thư ký', 'secretariat'],
  ] satisfies readonly (readonly [string, CommitteeRole])[],
} as const
