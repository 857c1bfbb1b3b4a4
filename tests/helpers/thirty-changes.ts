import { pathToFileURL } from 'node:url'
import { runInLibreOffice } from './libreoffice.ts'

/** Words changed in nineteen sentences of the sample plan. */
const words: readonly (readonly [string, string])[] = [
  ['tiến hành động bộ', 'tiến hành đồng bộ'],
  ['phấn đấu giữ vững xếp hạng', 'phấn đấu nâng xếp hạng'],
  ['thước đo đánh giá chất lượng', 'thước đo chất lượng'],
  ['quy tắc ứng xử của công chức, viên chức để phục vụ', 'quy tắc ứng xử để phục vụ'],
  ['đề ra các giải pháp nâng cao hiệu quả công tác CCHC', 'đề ra giải pháp cụ thể'],
  ['tầm quan trọng của công tác CCHC đối với', 'tầm quan trọng của CCHC đối với'],
  ['Tiếp tục tổ chức triển khai Luật sửa đổi', 'Tiếp tục triển khai Luật sửa đổi'],
  ['kỳ 2019 - 2023 theo kế hoạch', 'kỳ 2019 - 2023 đúng theo kế hoạch'],
  ['Tổ chức đào tạo, bồi dưỡng, kiểm tra công tác', 'Tổ chức bồi dưỡng, kiểm tra công tác'],
  ['hoàn thành theo đúng tiến độ', 'hoàn thành trước ngày 15/12/2023'],
  ['thanh toán không dùng tiền mặt bằng nhiều hình thức', 'thanh toán không dùng tiền mặt'],
  ['sắp xếp, sáp nhập thôn', 'sáp nhập thôn'],
  ['Thường xuyên, kịp thời sửa đổi', 'Kịp thời sửa đổi'],
  ['thành công ty cổ phần đối với', 'thành công ty cổ phần, đối với'],
  ['quy định về việc cung cấp', 'quy định việc cung cấp'],
  ['học sinh, sinh viên trên địa bàn', 'học sinh trên địa bàn'],
  ['Căn cứ khả năng cân đối ngân sách tỉnh', 'Căn cứ khả năng ngân sách tỉnh'],
  ['Phối hợp chặt chẽ với', 'Phối hợp với'],
  ['nghiêm túc triển khai thực hiện', 'khẩn trương triển khai thực hiện'],
]
/** Words of a footnote and of three cells. */
const elsewhere: readonly (readonly [string, string])[] = [
  ['1807/QĐ-UBND ngày 11/11/2022', '1807/QĐ-UBND ngày 12/11/2022'],
  ['Trước ngày 15/01/2023', 'Trước ngày 20/01/2023'],
  ['Báo cáo kết quả nghiên cứu', 'Báo cáo tổng kết đề tài'],
  ['Văn phòng UBND tỉnh; Sở Tư pháp; Sở Tài chính; Sở Thông tin và Truyền thông', 'Văn phòng UBND tỉnh; Sở Tư pháp; Sở Tài chính'],
]

function text(value: string): string {
  return `"${value.replaceAll('"', '""')}"`
}

function url(file: string): string {
  return text(pathToFileURL(file).href)
}

export interface ChangedFile {
  readonly from: string
  readonly to: string
  readonly tracked: boolean
}

/**
 * Makes thirty changes in each file with LibreOffice's own commands: nineteen sentences reworded, one split, two joined, one moved, two
 * added, one deleted; a footnote, three cells, and a row moved.
 */
export async function makeThirtyChanges(files: readonly ChangedFile[]): Promise<void> {
  await runInLibreOffice(`Sub Replace(document, before As String, after As String)
  descriptor = document.createSearchDescriptor()
  descriptor.SearchString = before
  descriptor.SearchCaseSensitive = True
  found = document.findFirst(descriptor)
  If IsNull(found) Then Error 5
  found.setString(after)
End Sub

Function Find(document, words As String)
  descriptor = document.createSearchDescriptor()
  descriptor.SearchString = words
  descriptor.SearchCaseSensitive = True
  Find = document.findFirst(descriptor)
End Function

Sub Split(document, words As String)
  found = Find(document, words)
  cursor = found.Text.createTextCursorByRange(found.Start)
  cursor.goLeft(1, True)
  cursor.setString("")
  found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  found.Text.insertString(cursor, "- ", False)
End Sub

Sub Join(document, words As String)
  found = Find(document, words)
  cursor = found.Text.createTextCursorByRange(found.End)
  cursor.gotoEndOfParagraph(False)
  cursor.goRight(3, True)
  cursor.setString(" ")
End Sub

Sub AddBehind(document, words As String, added As String)
  found = Find(document, words)
  cursor = found.Text.createTextCursorByRange(found.End)
  cursor.gotoEndOfParagraph(False)
  found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  found.Text.insertString(cursor, added, False)
End Sub

Sub Remove(document, words As String)
  found = Find(document, words)
  cursor = found.Text.createTextCursorByRange(found.Start)
  cursor.gotoStartOfParagraph(False)
  cursor.gotoEndOfParagraph(True)
  cursor.goRight(1, True)
  cursor.setString("")
End Sub

Sub MoveUp(document, words As String, times As Integer)
  Dim none()
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  document.CurrentController.ViewCursor.gotoRange(Find(document, words), False)
  document.CurrentController.ViewCursor.collapseToStart()
  For count = 1 To times
    dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:MoveUp", "", 0, none())
  Next
End Sub

Sub MoveRow(document, from As Integer, behind As Integer)
  For Each table In document.TextTables
    If table.Rows.Count > 20 Then
      table.Rows.insertByIndex(behind, 1)
      For column = 0 To 5
        letter = Chr(65 + column)
        table.getCellByName(letter & (behind + 1)).setString(table.getCellByName(letter & (from + 1)).getString())
      Next
      table.Rows.removeByIndex(from, 1)
    End If
  Next
End Sub

Sub Edit(before As String, after As String, tracked As Boolean)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim asWord(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  asWord(0).Name = "FilterName"
  asWord(0).Value = "MS Word 2007 XML"
  document = StarDesktop.loadComponentFromURL(before, "_blank", 0, hidden())
  document.RecordChanges = tracked
${[...words, ...elsewhere].map(([one, other]) => `  Replace(document, ${text(one)}, ${text(other)})`).join('\n')}
  Split(document, "Kiểm tra, đánh giá chất lượng hoạt động của bộ phận")
  Join(document, "phục vụ công tác chỉ đạo điều hành và chuyển đổi số.")
  AddBehind(document, "đảm bảo công tác CCHC được triển khai liên tục", "- Tổ chức đối thoại định kỳ giữa lãnh đạo tỉnh với người dân, doanh nghiệp về CCHC.")
  AddBehind(document, "Tiếp tục nâng cấp cơ sở dữ liệu số hóa hồ sơ", "- Bố trí chỗ ngồi, sóng mạng miễn phí tại bộ phận tiếp nhận và trả kết quả cấp xã.")
  Remove(document, "Tăng cường kiểm tra việc triển khai công tác CCHC gắn với")
  MoveUp(document, "Tổ chức nghiên cứu, học tập kinh nghiệm", 2)
  MoveRow(document, 10, 4)
  document.storeToURL(after, asWord())
  document.close(True)
End Sub

Sub Main
${files.map(({ from, to, tracked }) => `  Edit(${url(from)}, ${url(to)}, ${tracked ? 'True' : 'False'})`).join('\n')}
End Sub
`)
}
