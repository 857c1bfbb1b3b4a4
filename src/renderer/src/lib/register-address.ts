import { z } from 'zod'
import { AgencyId, FieldId, MemberId, TaskId } from '#shared/domain/identifier.ts'
import type { Light } from '#shared/domain/light.ts'
import { RegisterView } from '#shared/domain/register-view.ts'

/** Words of the address for what a view says; what is as usual is left out. */
const levels = { task: 'nhiem-vu', share: 'luot' } as const
const groups = { none: 'khong', field: 'linh-vuc', lead: 'don-vi', member: 'thanh-vien', light: 'den', month: 'thang' } as const
const sorts = {
  paper: 'van-ban',
  content: 'noi-dung',
  agency: 'don-vi',
  due: 'han',
  late: 'qua-han',
  light: 'den',
  done: 'ket-qua',
  updated: 'cap-nhat',
} as const
const roles = { lead: 'chu-tri', coordinating: 'phoi-hop' } as const
const lights = {
  'not-due': 'chua-den-han',
  'due-soon': 'sap-den-han',
  'overdue': 'qua-han',
  'done-on-time': 'xong-dung-han',
  'done-late': 'xong-qua-han',
  'continuous': 'thuong-xuyen',
  'no-deadline': 'chua-ro-han',
  'paused': 'tam-dung',
  'not-doing': 'khong-thuc-hien',
} as const satisfies Readonly<Record<Light, string>>

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** The list's own part of the address of `/nhiem-vu`: the view, and `chon`, the task whose pane is open. */
export const RegisterSearch = z.object({
  cap: optional(z.enum(levels)),
  nhom: optional(z.enum(groups)),
  sap: optional(z.enum(sorts)),
  /** 1 = descending. */
  giam: optional(z.literal(1)),
  /** A number typed as words comes back as a number. */
  tim: optional(z.union([z.string(), z.number().transform(String)])),
  linhVuc: optional(FieldId),
  donVi: optional(AgencyId),
  vaiTro: optional(z.enum(roles)),
  thanhVien: optional(MemberId),
  den: optional(z.enum(lights)),
  /** 1 = "chưa cập nhật" only. */
  chuaCapNhat: optional(z.literal(1)),
  /** 1 = past the first deadline only. */
  loHanDau: optional(z.literal(1)),
  thang: optional(z.number().int().min(1).max(12)),
  chon: optional(TaskId),
})
export type RegisterSearch = z.infer<typeof RegisterSearch>

const plain: RegisterView = RegisterView.parse({})

/** A whole view from what differs from the usual one: "every overdue share" is `viewWith({ level: 'share', light: 'overdue' })`. */
export function viewWith(change: Partial<RegisterView>): RegisterView {
  return { ...plain, ...change }
}

/**
 * The address of a view. `nhom` always stands in it: an address without it asks for no view, and the list opens with the office's own default.
 * Every other key is undefined where it is as usual, so that it may be laid over another address:
 * `<Link to="/nhiem-vu" search={(before) => ({ nam: before.nam, ngay: before.ngay, ...searchOfView(view) })}>`.
 */
export function searchOfView(view: RegisterView): Omit<RegisterSearch, 'chon'> {
  return {
    cap: view.level === plain.level ? undefined : levels[view.level],
    nhom: groups[view.group],
    sap: view.sort === plain.sort ? undefined : sorts[view.sort],
    giam: view.descending ? 1 : undefined,
    tim: view.text === '' ? undefined : view.text,
    linhVuc: view.fieldId ?? undefined,
    donVi: view.agencyId ?? undefined,
    vaiTro: view.role === null ? undefined : roles[view.role],
    thanhVien: view.memberId ?? undefined,
    den: view.light === null ? undefined : lights[view.light],
    chuaCapNhat: view.stale ? 1 : undefined,
    loHanDau: view.missedFirst ? 1 : undefined,
    thang: view.month ?? undefined,
  }
}

/** The view that an address asks for; one without `nhom` asks for none, and is read as the usual one. */
export function viewOfSearch(search: RegisterSearch): RegisterView {
  return {
    level: keyOfWord(levels, search.cap) ?? plain.level,
    group: keyOfWord(groups, search.nhom) ?? plain.group,
    sort: keyOfWord(sorts, search.sap) ?? plain.sort,
    descending: search.giam === 1,
    text: search.tim ?? '',
    fieldId: search.linhVuc ?? null,
    agencyId: search.donVi ?? null,
    role: keyOfWord(roles, search.vaiTro),
    memberId: search.thanhVien ?? null,
    light: keyOfWord(lights, search.den),
    stale: search.chuaCapNhat === 1,
    missedFirst: search.loHanDau === 1,
    month: search.thang ?? null,
  }
}

function keyOfWord<Key extends string>(words: Readonly<Record<Key, string>>, word: string | undefined): Key | null {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word) ?? null
}
