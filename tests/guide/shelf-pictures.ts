import { join } from 'node:path'
import { cell, copyElsewhere, firstPlan, goTo } from '../helpers/appendix-screen.ts'
import { expect, test } from '../helpers/office.ts'
import { caretAtEnd } from '../helpers/plan-story.ts'
import { photograph, setUpCamera } from './camera.ts'

const pictures = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'pictures')

test.use({ startWith: ['--sample'] })

/** Goals that are clearly samples: those of the province's programme are not in our sources. */
const goals = [
  ['Mục tiêu', 'Đơn vị tính', 'Mức đầu kỳ', '2021', '2022', '2023', '2024', '2025', 'Lĩnh vực'],
  [
    'Mẫu: Tỷ lệ cắt giảm thời gian giải quyết thủ tục hành chính',
    '%',
    '10',
    '',
    '≥ 15',
    '≥ 20',
    '≥ 25',
    '≥ 30',
    'Cải cách thủ tục hành chính',
  ],
  ['Mẫu: Mức độ hài lòng của người dân, doanh nghiệp', '%', '90,5', '', '', '≥ 92', '≥ 93,5', '≥ 95', ''],
  ['Mẫu: Xếp hạng Chỉ số cải cách hành chính', '', '', '', '', 'Nhóm khá', '', 'Nhóm tốt', ''],
]

test('goals of a programme, skeletons and usual sentences', async ({ office }) => {
  const page = office.window
  const take = (name: string): Promise<void> => photograph(office, pictures, name)
  const noNotice = async (): Promise<void> => {
    for (const close of await page.locator('.mantine-Notification-closeButton').all())
      await close.click({ timeout: 1000 }).catch(() => undefined)
    await expect(page.locator('.mantine-Notification-root')).toHaveCount(0, { timeout: 15_000 })
  }
  await setUpCamera(office, 1)
  await expect(page.getByText('Việc tiếp theo').first()).toBeVisible()
  await goTo(office, '/chuong-trinh?moi=1')
  await page.getByLabel('Tên chương trình, kế hoạch giai đoạn').fill('Kế hoạch cải cách hành chính tỉnh Lạng Sơn giai đoạn 2021 - 2025')
  await page.getByLabel('Văn bản ban hành').fill('Kế hoạch số 249/KH-UBND ngày 29/12/2021')
  await page.getByLabel('Từ năm').fill('2021')
  await page.getByLabel('Đến năm').fill('2025')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page
    .getByRole('button', { name: /Thêm mục tiêu/ })
    .last()
    .click()
  await expect(cell(office, 0, 0)).toBeVisible()
  await page.locator('textarea[data-history]').focus()
  await copyElsewhere(office, { text: goals.map((row) => row.join('\t')).join('\n') })
  await page.keyboard.press('Control+v')
  await expect(cell(office, 2, 0)).toContainText('Xếp hạng')
  await noNotice()
  await take('chuong-trinh')

  const planId = await firstPlan(office)
  await goTo(office, `/ke-hoach/${planId}?trang=1&ben=muc-tieu`)
  const first = page.getByRole('region', { name: /cắt giảm thời gian/ })
  await first
    .getByRole('button', { name: /^Gắn câu II\.3/ })
    .first()
    .click()
  await expect(first.getByRole('checkbox')).toBeChecked()
  await noNotice()
  await take('muc-tieu-ke-hoach')
  await goTo(office, '/chuong-trinh?the=do-phu')
  await expect(page.getByRole('table', { name: 'Độ phủ: mục tiêu theo từng năm' })).toBeVisible()
  await take('do-phu-chuong-trinh')

  await goTo(office, `/ke-hoach/${planId}/thong-tin`)
  await page.getByRole('button', { name: 'Lưu làm khung…' }).click()
  await page.getByLabel('Chỉ các mục, câu mở đầu, câu kết; chỗ khác để trống').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByRole('button', { name: 'Xem khung' }).click()
  await expect(cell(office, 0, 1)).toBeVisible()
  await noNotice()
  await take('khung-ke-hoach')

  await page.evaluate(async () => {
    const sentences = [
      ['csbn', 'các sở, ban, ngành, Ủy ban nhân dân các huyện, thành phố', 'Phối hợp'],
      ['bc', 'báo cáo kết quả về Sở Nội vụ để tổng hợp', 'Báo cáo'],
      ['bcq', 'định kỳ hằng quý báo cáo Ủy ban nhân dân tỉnh', 'Báo cáo'],
    ]
    await window.bridge.call('phrase.save', {
      phrases: sentences.map(([key = '', text = '', group = '']) => ({
        id: null,
        version: null,
        key,
        group,
        content: [{ kind: 'text', text }],
      })),
    })
  })
  await goTo(office, `/ke-hoach/${planId}?trang=0`)
  await caretAtEnd(page.locator('.ProseMirror p').nth(3))
  await page.keyboard.type(' Giao /b')
  await expect(page.getByRole('listbox', { name: 'Câu thường dùng' })).toBeVisible()
  await take('cau-thuong-dung')
})
