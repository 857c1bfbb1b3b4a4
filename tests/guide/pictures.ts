import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cell, copyElsewhere, firstPlan, goTo } from '../helpers/appendix-screen.ts'
import { expect, test, type Office } from '../helpers/office.ts'
import { answerDialogs, photograph, setUpCamera } from './camera.ts'

const guide = join(import.meta.dirname, '..', '..', 'docs', 'guide')
const fixtures = join(import.meta.dirname, '..', 'fixtures')

/** The words that a person reads on the screen once it is whole. */
async function shows({ window }: Office, words: string | RegExp): Promise<void> {
  await expect(window.getByText(words).first()).toBeVisible()
}

async function press({ window }: Office, name: string | RegExp): Promise<void> {
  await window.getByRole('button', { name, exact: true }).first().click()
}

/** Notices go by themselves; a picture is not to show the one of the step before. */
async function noNotice({ window }: Office): Promise<void> {
  for (const close of await window.locator('.mantine-Notification-closeButton').all())
    await close.click({ timeout: 1000 }).catch(() => undefined)
  await expect(window.locator('.mantine-Notification-root')).toHaveCount(0, { timeout: 15_000 })
}

async function pageIsDrawn({ window }: Office): Promise<void> {
  await expect(window.locator('img[src^="blob:"]').first()).toBeVisible()
}

/** The province's bodies of 2023 as two columns of a spreadsheet: name, short name. */
function agenciesAsInExcel(): string {
  const { agencies } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'sample', 'organisation.json'), 'utf8'),
  ) as {
    readonly agencies: readonly { readonly name: string; readonly shortName?: string; readonly from?: string; readonly to?: string }[]
  }
  return agencies
    .filter(({ from = '2023-01-01', to = '2023-12-31' }) => from <= '2023-01-01' && to >= '2023-12-31')
    .map(({ name, shortName = '' }) => `${name}\t${shortName}`)
    .join('\n')
}

for (const zoom of [1, 1.25]) {
  // At 125 % they are only for looking whether everything finds its place: the guide shows those at 100 %.
  const folder = zoom === 1 ? join(guide, 'pictures') : join(import.meta.dirname, '..', '..', '.cache', 'guide-125')

  test.describe(`${zoom * 100} %`, () => {
    test.describe('the sample', () => {
      test.use({ startWith: ['--sample'] })

      test('every screen and every step', async ({ office }) => {
        const { window } = office
        const { keyboard } = window
        const take = (name: string): Promise<void> => photograph(office, folder, name)
        await setUpCamera(office, zoom)
        await shows(office, 'Việc tiếp theo')
        await take('tong-quan')
        const planId = await firstPlan(office)
        const plan = `/ke-hoach/${planId}`

        // The text.
        await goTo(office, plan)
        await shows(office, 'MỤC ĐÍCH, YÊU CẦU')
        await take('soan-thao')
        // Blocks are laid out only when they are seen, so the place may move while it is scrolled to.
        await expect(async () => {
          await window.locator('sup.footnote').first().scrollIntoViewIfNeeded()
          await window.locator('sup.footnote').first().click()
          await expect(window.getByRole('textbox', { name: 'Nội dung cước chú' })).toBeVisible({ timeout: 2000 })
        }).toPass()
        await take('cuoc-chu')
        await keyboard.press('Escape')
        await keyboard.press('Control+h')
        await window.getByRole('textbox', { name: 'Tìm', exact: true }).fill('thủ tục hành chính')
        await window.getByRole('textbox', { name: 'Thay bằng' }).fill('TTHC')
        await expect(window.getByRole('button', { name: /^Thay [1-9]\d* chỗ đã chọn$/ })).toBeVisible()
        await take('tim-va-thay')
        await press(office, 'Đóng tìm kiếm')
        await window.locator('.ProseMirror p[data-tasks]').first().click()
        await keyboard.press('Control+Alt+t')
        await shows(office, 'Nhiệm vụ của câu này')
        await take('nhiem-vu-cua-cau')
        await keyboard.press('Escape')
        await window.locator('.ProseMirror p').first().click()
        await keyboard.press('F4')
        await pageIsDrawn(office)
        await take('soan-thao-va-trang-giay')
        if (zoom === 1) await photograph(office, guide, 'plan')
        await keyboard.press('F4')

        await goTo(office, `${plan}/thong-tin`)
        await shows(office, 'Tính cơ quan theo ngày')
        await take('thong-tin')

        // The appendix.
        await goTo(office, `${plan}/phu-luc`)
        await expect(cell(office, 0, 0)).toBeVisible()
        await take('phu-luc')
        await goTo(office, `${plan}/phu-luc?gon=1`)
        await expect(cell(office, 14, 0)).toBeVisible()
        await take('phu-luc-gon')
        await goTo(office, `${plan}/phu-luc`)
        await cell(office, 3, 2).click()
        await keyboard.type('so tu ph')
        await expect(window.getByRole('option', { name: /Sở Tư pháp/ })).toBeVisible()
        await take('phu-luc-chon-co-quan')
        await keyboard.press('Escape')
        await keyboard.press('Escape')
        await cell(office, 3, 4).click()
        await keyboard.type('Quý II/2023')
        await shows(office, 'hạn 30/6/2023')
        await take('phu-luc-thoi-han')
        await keyboard.press('Escape')
        await goTo(office, `${plan}/phu-luc?khung=chi-tiet`)
        await cell(office, 3, 0).click()
        await shows(office, 'Nghĩa của thời hạn')
        await take('phu-luc-chi-tiet')
        await goTo(office, `${plan}/phu-luc`)
        await cell(office, 0, 0).click()
        for (let row = 0; row < 3; row += 1) await keyboard.press('Shift+ArrowDown')
        await keyboard.press('Shift+Space')
        await expect(window.getByRole('group', { name: 'Sửa hàng loạt' })).toBeVisible()
        await take('phu-luc-sua-hang-loat')
        await cell(office, 0, 0).click()
        await goTo(office, `${plan}/phu-luc?trang=1`)
        await pageIsDrawn(office)
        await take('phu-luc-trang-in')
        await goTo(office, `${plan}/phu-luc?trang=0`)

        // Gaps: two tasks are taken out and one loses its lead.
        await cell(office, 4, 2).click()
        await keyboard.press('Delete')
        await cell(office, 0, 0).click()
        await keyboard.press('Shift+ArrowDown')
        await keyboard.press('Control+-')
        await shows(office, 'Đã xóa 2 nhiệm vụ')
        await goTo(office, `${plan}/phu-luc?khung=do-phu`)
        await shows(office, 'Câu của phần II chưa có nhiệm vụ')
        await noNotice(office)
        await take('phu-luc-do-phu')
        await goTo(office, `${plan}/phu-luc?khung=goi-y`)
        await expect(window.getByText(/theo lĩnh vực|theo năm trước|nêu trong câu/).first()).toBeVisible()
        await take('phu-luc-goi-y')
        await goTo(office, `${plan}/phu-luc?khung=bang`)
        await shows(office, 'Tên cột in đúng như ở đây')
        await take('phu-luc-cot')

        await goTo(office, `${plan}/phan-cong`)
        await window
          .getByRole('button', { name: /^Sở Nội vụ/ })
          .first()
          .click()
        await expect(window.getByRole('button', { name: 'Xuất danh mục nhiệm vụ' })).toBeVisible()
        await take('phan-cong')

        // Rounds, files, issuing.
        await goTo(office, `${plan}/ban-hanh`)
        await shows(office, 'Quy trình')
        await take('du-thao-ban-hanh')
        await press(office, /^Lưu thành dự thảo lần 1/)
        await window.getByRole('textbox', { name: 'Tên gọi (không bắt buộc)' }).fill('Gửi lấy ý kiến các sở, ban, ngành')
        await take('luu-du-thao')
        await keyboard.press('Enter')
        await shows(office, 'Đã lưu dự thảo lần 1.')
        await goTo(office, plan)
        const bullet = window.locator('.ProseMirror p[data-kind="bullet"]').first()
        const place = await bullet.boundingBox()
        await bullet.click({ position: { x: (place?.width ?? 0) - 60, y: (place?.height ?? 0) - 6 } })
        await keyboard.press('End')
        await keyboard.type(' Hoàn thành trước ngày 30/6/2023.')
        await keyboard.press('Control+s')
        await goTo(office, `${plan}/ban-hanh`)
        await press(office, 'So với bản hiện tại')
        await expect(window.locator('ins').first()).toBeVisible()
        await noNotice(office)
        await take('so-sanh-du-thao')
        await goTo(office, `${plan}/ban-hanh`)
        await press(office, 'Trình ký')
        await press(office, 'Chuyển')
        await press(office, 'Đã ký, chờ số')
        await press(office, 'Chuyển')
        await press(office, 'Ban hành…')
        await shows(office, 'Cần xem trước khi ban hành')
        await noNotice(office)
        await take('ban-hanh-con-vuong')
        await keyboard.press('Escape')

        // The organisation.
        await goTo(office, '/don-vi')
        await shows(office, 'Sở Nội vụ')
        await take('don-vi')
        await window.getByPlaceholder(/Tìm theo tên/).fill('so noi vu')
        await window.getByRole('button', { name: 'Sở Nội vụ', exact: true }).first().click()
        await shows(office, 'Cơ quan kế thừa')
        await take('don-vi-sua')
        await goTo(office, '/don-vi?the=nhom')
        await shows(office, 'Các sở, ban, ngành')
        await take('nhom-don-vi')
        await goTo(office, '/don-vi?the=thanh-vien')
        await shows(office, 'Vai trò')
        await take('thanh-vien')
        await goTo(office, '/don-vi?the=linh-vuc')
        await shows(office, 'Cải cách thể chế')
        await take('linh-vuc')

        // Settings.
        await goTo(office, '/cai-dat')
        await shows(office, 'Dùng cho mọi kế hoạch lập sau này')
        await take('cai-dat')
        for (const [tab, name] of [
          ['Dữ liệu', 'sao-luu'],
          ['Người dùng', 'nguoi-dung'],
          ['Nhật ký', 'nhat-ky'],
        ] as const) {
          await window.getByRole('tab', { name: tab }).click()
          if (name === 'sao-luu') {
            await press(office, 'Sao lưu ngay')
            await shows(office, 'sao lưu bằng tay')
            await noNotice(office)
            await take('sao-luu')
            await press(office, /^Khôi phục bản lúc/)
            await shows(office, 'Khôi phục bản sao lưu')
            await take('khoi-phuc')
            await keyboard.press('Escape')
            continue
          }
          if (name === 'nhat-ky')
            await window
              .getByRole('list', { name: 'Các thay đổi' })
              .or(window.getByRole('table', { name: 'Các thay đổi' }))
              .first()
              .waitFor()
          await take(name)
        }

        // Search, keys, dark.
        await keyboard.press('Control+k')
        await keyboard.type('thu tuc hanh chinh')
        await expect(window.getByRole('button', { name: /^Cải cách thủ tục hành chính/ })).toBeVisible()
        await take('tim-kiem')
        await keyboard.press('Escape')
        await goTo(office, `${plan}/phu-luc`)
        await expect(cell(office, 0, 0)).toBeVisible()
        await keyboard.press('F1')
        await shows(office, 'Bảng phím tắt')
        await take('bang-phim-tat')
        await keyboard.press('Escape')
        await keyboard.press('Control+k')
        await keyboard.type('giao dien toi')
        await expect(window.getByRole('button', { name: 'Đổi giao diện sáng / tối' })).toBeVisible()
        await keyboard.press('Enter')
        await expect(window.locator('html[data-mantine-color-scheme="dark"]')).toBeAttached()
        await expect(window.getByRole('textbox', { name: 'Tìm kiếm và lệnh' })).toHaveCount(0)
        await take('giao-dien-toi')
      })
    })

    test.describe('an office of one’s own', () => {
      test('from nothing to a printed plan', async ({ office }) => {
        const { window } = office
        const { keyboard } = window
        const take = (name: string): Promise<void> => photograph(office, folder, name)
        await setUpCamera(office, zoom)
        await shows(office, 'Chào mừng đến với Bàn làm việc CCHC')
        await take('chao-mung')
        await press(office, 'Tạo đơn vị của tôi')
        await window.getByLabel('Tỉnh, thành phố').fill('tỉnh Lạng Sơn')
        await window.getByLabel('Địa danh').fill('Lạng Sơn')
        await window.getByLabel('Cơ quan ban hành').fill('ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN')
        await window.getByLabel('Tên trong câu').fill('UBND tỉnh Lạng Sơn')
        await window.getByLabel('Đơn vị soạn thảo').fill('NC')
        await window
          .getByRole('textbox', { name: 'Nơi nhận thường dùng' })
          .fill('Bộ Nội vụ;\nTT Tỉnh ủy, TT HĐND tỉnh;\nCác sở, ban, ngành;\nLưu: VT, NC.')
        await window.getByRole('heading', { name: 'Tạo đơn vị của tôi' }).scrollIntoViewIfNeeded()
        await take('tao-don-vi')
        await press(office, 'Tạo đơn vị')
        await shows(office, 'Đã tạo đơn vị.')
        await noNotice(office)

        await goTo(office, '/don-vi')
        await shows(office, 'Chưa có đơn vị nào')
        await press(office, 'Dán từ Excel…')
        await copyElsewhere(office, { text: agenciesAsInExcel() })
        await window.getByLabel('Nội dung dán').click()
        await keyboard.press('Control+v')
        await shows(office, /^Sẽ thêm \d\d mục$/)
        await take('dan-don-vi')
        await press(office, 'Thêm vào danh sách')
        await shows(office, /^Đã thêm \d\d mục$/)
        await noNotice(office)

        // What cannot be read says so.
        const old = join(office.dataFolder, 'Kế hoạch CCHC năm 2022.doc')
        writeFileSync(
          old,
          Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from('WordDocument', 'utf16le')]),
        )
        await answerDialogs(office, { open: old })
        await goTo(office, '/nhap')
        await shows(office, 'Kéo tệp thả vào đây')
        await take('nhap')
        await press(office, 'Chọn tệp…')
        await shows(office, 'là tệp Word đời cũ (.doc).')
        await take('loi-tep-doi-cu')

        // Last year's plan.
        const word = join(office.dataFolder, 'Ke hoach CCHC 2023.docx')
        mkdirSync(office.dataFolder, { recursive: true })
        copyFileSync(join(fixtures, 'ke-hoach-cchc-2023.docx'), word)
        await answerDialogs(office, { open: word })
        await press(office, 'Chọn tệp…')
        await shows(office, /gạch đầu dòng · 5 cước chú/)
        await window.getByRole('complementary', { name: 'Điểm cần xem của bản đọc' }).getByText('15/2022/NQ-HĐND', { exact: false }).click()
        await expect(window.locator('li[data-chosen]')).toContainText('15/2022/NQ-HĐND')
        await take('xem-lai-ke-hoach')
        await window.getByRole('tab', { name: 'Thông tin văn bản' }).click()
        await shows(office, 'Năm kế hoạch')
        await take('xem-lai-thong-tin')
        await window.getByRole('tab', { name: /^Phụ lục/ }).click()
        await expect(cell(office, 0, 0)).toBeVisible()
        await take('xem-lai-phu-luc')
        await press(office, 'Nhận vào')
        await shows(office, 'Đã nhận kế hoạch năm 2023')
        await take('da-nhan-ke-hoach')
        await noNotice(office)

        // This year's plan begins as last year's: the same file with another year, then the year in every sentence, note and row.
        await goTo(office, '/nhap')
        await press(office, 'Chọn tệp…')
        await window.getByRole('tab', { name: 'Thông tin văn bản' }).click()
        await window.getByLabel('Năm kế hoạch').fill('2024')
        await window.getByLabel('Trích yếu').fill('Cải cách hành chính tỉnh Lạng Sơn năm 2024')
        await press(office, 'Nhận vào')
        await shows(office, 'Đã nhận kế hoạch năm 2024')
        await noNotice(office)
        await window.locator('.ProseMirror p').first().click()
        await keyboard.press('Control+h')
        await window.getByRole('textbox', { name: 'Tìm', exact: true }).fill('năm 2023')
        await window.getByRole('textbox', { name: 'Thay bằng' }).fill('năm 2024')
        await expect(window.getByRole('button', { name: /^Thay [1-9]\d* chỗ đã chọn$/ })).toBeEnabled()
        await take('doi-nam')
        await press(office, /^Thay [1-9]\d* chỗ đã chọn$/)
        await shows(office, /^Đã thay [1-9]\d* chỗ\.$/)
        await noNotice(office)
        await window.getByRole('textbox', { name: 'Tìm', exact: true }).fill('/2023')
        await window.getByRole('textbox', { name: 'Thay bằng' }).fill('/2024')
        await expect(window.locator('del').first()).toHaveText('/2023')
        await take('doi-nam-thoi-han')
        await press(office, /^Thay [1-9]\d* chỗ đã chọn$/)
        await shows(office, /^Đã thay [1-9]\d* chỗ\.$/)
        await press(office, 'Đóng tìm kiếm')
        const planId = /ke-hoach\/([^/?]+)/.exec(window.url())?.[1]
        await goTo(office, `/ke-hoach/${planId}/phu-luc`)
        await expect(cell(office, 0, 0)).toContainText('2024')
        await noNotice(office)
        await take('phu-luc-nam-moi')

        await cell(office, 2, 0).click()
        await goTo(office, `/ke-hoach/${planId}/phu-luc?khung=chi-tiet`)
        await press(office, 'Gắn với câu…')
        await take('gan-voi-cau')
        await keyboard.press('Escape')

        // To paper, to signature, issued.
        await goTo(office, `/ke-hoach/${planId}/ban-hanh`)
        const signed = join(office.dataFolder, 'KH CCHC 2024 da ky.pdf')
        await answerDialogs(office, { save: signed, open: signed })
        await press(office, 'Lưu PDF…')
        await shows(office, /^Đã lưu: /)
        await take('xuat-tep')
        await press(office, 'In')
        await noNotice(office)
        for (const step of ['Trình ký', 'Đã ký, chờ số']) {
          await press(office, step)
          if (step === 'Trình ký') await take('chuyen-trang-thai')
          await press(office, 'Chuyển')
          await shows(office, `Đã chuyển sang “${step}”.`)
        }
        await press(office, 'Ban hành…')
        const dialog = window.getByRole('dialog', { name: 'Ban hành kế hoạch' })
        await dialog.getByLabel('Số').fill('35')
        await dialog.getByLabel('Ngày ban hành').fill('15/01/2024')
        await dialog.getByRole('button', { name: 'Ban hành', exact: true }).scrollIntoViewIfNeeded()
        await noNotice(office)
        await take('ban-hanh')
        await dialog.getByRole('button', { name: 'Ban hành', exact: true }).click()
        await shows(office, /^Đã ban hành kế hoạch số 35/)
        await press(office, 'Gắn bản đã ký (PDF)…')
        await shows(office, 'Đã gắn bản đã ký.')
        await noNotice(office)
        await take('da-ban-hanh')
        await goTo(office, '/van-ban')
        await window.getByRole('table').getByText('Kế hoạch').first().click()
        await take('van-ban')

        // Or a new plan from the usual outline.
        await goTo(office, '/ke-hoach')
        await press(office, 'Lập kế hoạch mới…')
        await shows(office, 'Khung ba phần thường dùng')
        await window.getByRole('textbox', { name: 'Năm' }).fill('2025')
        await take('lap-ke-hoach-moi')
        await press(office, 'Lập kế hoạch')
        await shows(office, 'Đã lập kế hoạch năm 2025.')
        await noNotice(office)
        await take('ke-hoach-moi')
        await window.locator('.ProseMirror p[data-kind="bullet"]').first().click()
        await keyboard.type('Ban hành Kế hoạch kiểm tra cải cách hành chính năm 2025.')
        await keyboard.press('Control+s')
        await window.getByRole('link', { name: 'Phụ lục' }).click()
        await shows(office, 'Phụ lục chưa có nhiệm vụ nào')
        await take('phu-luc-trong')
        await press(office, 'Lập nhiệm vụ từ kế hoạch')
        await shows(office, 'Đã lập 1 nhiệm vụ từ kế hoạch')
        await expect(cell(office, 0, 0)).toContainText('Ban hành Kế hoạch kiểm tra')
        await goTo(office, '/ke-hoach')
        await noNotice(office)
        await take('danh-sach-ke-hoach')
      })
    })
  })
}
