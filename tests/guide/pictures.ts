import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PlanId } from '../../src/shared/domain/identifier.ts'
import { expect, test, type Office } from '../helpers/office.ts'

/** Where the guide keeps its pictures; the names at 125 % end in `-125`. */
const folder = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'pictures')

interface Screen {
  readonly name: string
  /** Address after "#". */
  readonly address: (planId: PlanId) => string
  /** Words that stand on the screen once it is whole. */
  readonly shows: string
  readonly before?: (office: Office) => Promise<void>
}

const screens: readonly Screen[] = [
  { name: 'tong-quan', address: () => '/', shows: 'Việc tiếp theo' },
  { name: 'danh-sach-ke-hoach', address: () => '/ke-hoach', shows: 'Cải cách hành chính tỉnh Lạng Sơn năm 2023' },
  { name: 'soan-thao', address: (id) => `/ke-hoach/${id}`, shows: 'MỤC ĐÍCH, YÊU CẦU' },
  {
    name: 'soan-thao-va-trang-giay',
    address: (id) => `/ke-hoach/${id}`,
    shows: 'MỤC ĐÍCH, YÊU CẦU',
    before: async ({ window }) => {
      await window.keyboard.press('F4')
      await expect(window.locator('img[src^="blob:"]').first()).toBeVisible()
    },
  },
  { name: 'thong-tin', address: (id) => `/ke-hoach/${id}/thong-tin`, shows: 'Nơi nhận' },
  { name: 'phu-luc', address: (id) => `/ke-hoach/${id}/phu-luc`, shows: 'Trước ngày 15/01/2023' },
  { name: 'phu-luc-do-phu', address: (id) => `/ke-hoach/${id}/phu-luc?khung=do-phu`, shows: 'Độ phủ' },
  { name: 'phan-cong', address: (id) => `/ke-hoach/${id}/phan-cong`, shows: 'Theo đơn vị' },
  { name: 'du-thao-ban-hanh', address: (id) => `/ke-hoach/${id}/ban-hanh`, shows: 'Quy trình' },
  { name: 'nhap', address: () => '/nhap', shows: 'Chọn tệp' },
  { name: 'van-ban', address: () => '/van-ban', shows: 'Văn bản' },
  { name: 'don-vi', address: () => '/don-vi', shows: 'Sở Nội vụ' },
  { name: 'nhom-don-vi', address: () => '/don-vi?the=nhom', shows: 'Các sở, ban, ngành' },
  { name: 'thanh-vien', address: () => '/don-vi?the=thanh-vien', shows: 'Vai trò' },
  { name: 'linh-vuc', address: () => '/don-vi?the=linh-vuc', shows: 'Cải cách thể chế' },
  { name: 'cai-dat', address: () => '/cai-dat', shows: 'Cài đặt' },
]

async function planOf(office: Office): Promise<PlanId> {
  const id = await office.window.evaluate(async () => {
    const answer = await window.bridge.call('plan.list', {})
    return answer.ok ? (answer.value[0]?.plan.id ?? null) : null
  })
  if (id === null) throw new Error('the sample has no plan')
  return id
}

test.describe('pictures of the sample', () => {
  test.use({ startWith: ['--sample'] })
  for (const zoom of [1, 1.25]) {
    test(`at ${zoom * 100} %`, async ({ office }) => {
      mkdirSync(folder, { recursive: true })
      const { app, window } = office
      await expect(window.getByText('Việc tiếp theo')).toBeVisible({ timeout: 30_000 })
      await app.evaluate(({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor), zoom)
      const planId = await planOf(office)
      for (const { name, address, shows, before } of screens) {
        await window.evaluate((to) => {
          location.hash = to
        }, address(planId))
        await expect(window.getByText(shows).first()).toBeVisible()
        await before?.(office)
        await window.screenshot({ path: join(folder, `${name}${zoom === 1 ? '' : '-125'}.png`) })
      }
    })
  }
})

test('picture of the first start', async ({ office: { window } }) => {
  await expect(window.getByText('Chào mừng đến với Bàn làm việc CCHC')).toBeVisible()
  await window.screenshot({ path: join(folder, 'chao-mung.png') })
})
