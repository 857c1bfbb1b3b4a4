import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { plainText } from '#shared/domain/inline.ts'
import type { ProvisionContent } from '#shared/domain/provision.ts'
import { buildAppendixDocument, buildPlanDocument, type PlanRecords } from '#shared/document/plan-document.ts'
import { mergeDocx, type MergedDocx } from '#main/documents/merge-docx.ts'
import { writeDocx } from '#main/documents/write-docx.ts'
import { samplePlan } from '../../helpers/sample-plan.ts'

const options = { copy: 'electronic', draftMark: null, stamp: '2023-01-05T00:00:00.000Z' } as const
const records = samplePlan()
const W = 'w:author="Phó trưởng phòng (mẫu)" w:date="2023-01-09T08:00:00Z"'

type Edit = (xml: string) => string

async function mergedOf(
  edits: Readonly<Record<string, Edit>>,
  mine: PlanRecords = records,
  base: PlanRecords | null = records,
): Promise<MergedDocx> {
  const parts = unzipSync(await writeDocx(buildPlanDocument(records, options).document))
  for (const [part, edit] of Object.entries(edits)) parts[part] = strToU8(edit(strFromU8(parts[part] ?? new Uint8Array())))
  return mergeDocx({ file: 'về.docx', bytes: zipSync(parts), base, mine, paper: 'plan' }, () => undefined)
}

function lines({ found }: MergedDocx): readonly string[] {
  return found.map(({ difference: { kind, place, before, after, conflict, authors } }) =>
    [
      `${kind}${conflict ? ' !' : ''} ${place.what} ${place.address}`,
      before?.slice(0, 40) ?? '–',
      after?.slice(0, 40) ?? '–',
      ...authors,
    ].join(' | '),
  )
}

/** The whole paragraph of Word that holds these words. */
function paragraphWith(xml: string, words: string): string {
  const at = xml.indexOf(words)
  if (at < 0) throw new Error(`no paragraph says ${words}`)
  const start = Math.max(xml.lastIndexOf('<w:p>', at), xml.lastIndexOf('<w:p ', at))
  return xml.slice(start, xml.indexOf('</w:p>', at) + '</w:p>'.length)
}
function rowWith(xml: string, words: string): string {
  const at = xml.indexOf(words)
  return xml.slice(xml.lastIndexOf('<w:tr>', at), xml.indexOf('</w:tr>', at) + '</w:tr>'.length)
}
/** Every run of a paragraph inside an element of Word's tracking; deleted words are `w:delText`. */
const wrapped = (paragraph: string, element: 'w:del' | 'w:ins' | 'w:moveFrom' | 'w:moveTo', mark: string): string =>
  paragraph
    .replace(/(<w:pPr>.*?)(<\/w:pPr>)/s, `$1<w:rPr><${mark} w:id="900" ${W}/></w:rPr>$2`)
    .replace(
      /(<w:r>.*<\/w:r>)/s,
      (runs) =>
        `<${element} w:id="901" ${W}>${element === 'w:del' ? runs.replace(/<w:t( [^>]*)?>(.*?)<\/w:t>/gs, '<w:delText$1>$2</w:delText>') : runs}</${element}>`,
    )

test('a sentence moved under tracking in Word is one move by its author, not a removal and an addition', async () => {
  const merged = await mergedOf({
    'word/document.xml': (xml) => {
      const moved = paragraphWith(xml, 'Tổ chức nghiên cứu, học tập kinh nghiệm')
      const target = paragraphWith(xml, 'Tăng cường công tác thông tin, tuyên truyền')
      // Word names the new place's bookmark no more: it stays behind with the old one.
      const bare = moved.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')
      return xml.replace(moved, wrapped(moved, 'w:moveFrom', 'w:moveFrom')).replace(target, wrapped(bare, 'w:moveTo', 'w:moveTo') + target)
    },
  })
  expect(lines(merged)).toEqual([
    'moved sentence II.1.5 | Tổ chức nghiên cứu, học tập kinh nghiệm  | Tổ chức nghiên cứu, học tập kinh nghiệm  | Phó trưởng phòng (mẫu)',
  ])
})

test('a sentence deleted under tracking is gone, although Word leaves its mark in the paragraph it melts into', async () => {
  const merged = await mergedOf({
    'word/document.xml': (xml) => {
      const gone = paragraphWith(xml, 'Tổ chức nghiên cứu, học tập kinh nghiệm')
      return xml.replace(gone, wrapped(gone, 'w:del', 'w:del'))
    },
  })
  expect(lines(merged)).toEqual(['removed sentence II.1.5 | Tổ chức nghiên cứu, học tập kinh nghiệm  | – | Phó trưởng phòng (mẫu)'])
})

test('a sentence deleted without tracking leaves its mark collapsed in its neighbour: the neighbour keeps its own record', async () => {
  const merged = await mergedOf({
    'word/document.xml': (xml) => {
      const gone = paragraphWith(xml, 'Tổ chức nghiên cứu, học tập kinh nghiệm')
      const next = paragraphWith(xml, 'Cải cách thể chế')
      const marks = (gone.match(/<w:bookmark(?:Start|End)[^>]*\/>/g) ?? []).join('')
      return xml.replace(gone, '').replace(next, next.replace('</w:pPr>', `</w:pPr>${marks}`))
    },
  })
  expect(lines(merged)).toEqual(['removed sentence II.1.5 | Tổ chức nghiên cứu, học tập kinh nghiệm  | –'])
})

const runsOf = (paragraph: string): string => /<w:r>.*<\/w:r>/s.exec(paragraph)?.[0] ?? ''
const edited = ({ found }: MergedDocx): readonly (string | undefined)[] =>
  found.flatMap(({ difference: { kind, before } }) => (kind === 'edited' ? [before?.slice(0, 10)] : []))

test('words of two sentences exchanged, each inside the other’s paragraph: the record follows its words, not the paragraph', async () => {
  const [one, other] = ['CCHC phải xuất phát từ lợi ích', 'Nghiên cứu, ứng dụng sáng kiến, mô hình']
  const exchanged = (reword: Edit) =>
    mergedOf({
      'word/document.xml': (xml) => {
        const [first, second] = [paragraphWith(xml, one), paragraphWith(xml, other)]
        return xml
          .replace(first, '@first')
          .replace(second, '@second')
          .replace('@first', () => first.replace(runsOf(first), () => reword(runsOf(second))))
          .replace('@second', () => second.replace(runsOf(second), () => runsOf(first)))
      },
    })
  const asIs = await exchanged((runs) => runs)
  const touched = await exchanged((runs) => runs.replace('cơ quan, đơn vị, địa phương', 'các xã'))
  expect([edited(asIs), edited(touched)]).toEqual([[], ['Nghiên cứu']])
})

test('a paragraph cut in two under tracking leaves the mark round both: the larger part keeps the record', async () => {
  const merged = await mergedOf({
    'word/document.xml': (xml) => {
      const whole = paragraphWith(xml, 'Kiểm tra, đánh giá chất lượng hoạt động của bộ phận một cửa')
      const properties = /<w:pPr>.*?<\/w:pPr>/s.exec(whole)?.[0] ?? ''
      const cut = whole.replace(
        ' Kiểm tra, đánh giá chất lượng',
        `</w:t></w:r></w:p><w:p>${properties}<w:r><w:t xml:space="preserve">- Kiểm tra, đánh giá chất lượng`,
      )
      return xml.replace(whole, cut.replace('</w:pPr>', `<w:rPr><w:ins w:id="902" ${W}/></w:rPr></w:pPr>`))
    },
  })
  expect(lines(merged)).toEqual([
    'split sentence II.3.4 | Thực hiện nghiêm việc tiếp nhận, giải qu | Thực hiện nghiêm việc tiếp nhận, giải qu | Phó trưởng phòng (mẫu)',
  ])
  expect(merged.found[0]?.effect).toMatchObject({
    kind: 'split',
    parts: [expect.stringMatching(/^Thực hiện nghiêm/), { kind: 'bullet', text: expect.stringMatching(/^Kiểm tra, đánh giá/) as string }],
  })
})

test('two paragraphs whose mark between them was deleted under tracking are joined', async () => {
  const merged = await mergedOf({
    'word/document.xml': (xml) => {
      const first = paragraphWith(xml, 'Tiếp tục phát triển, duy trì hoạt động ổn định nền tảng')
      const second = paragraphWith(xml, 'Duy trì hoạt động ổn định, nâng cao chất lượng')
      return xml
        .replace(first, first.replace('</w:pPr>', `<w:rPr><w:del w:id="903" ${W}/></w:rPr></w:pPr>`))
        .replace(second, second.replace('>- <', '> <'))
    },
  })
  expect(lines(merged)).toEqual([
    'joined sentence II.7.4 | Tiếp tục phát triển, duy trì hoạt động ổ | Tiếp tục phát triển, duy trì hoạt động ổ | Phó trưởng phòng (mẫu)',
  ])
})

test('rows inserted and deleted under tracking, and a comment on a sentence, are told with their authors', async () => {
  const merged = await mergedOf({
    'word/document.xml': (xml) => {
      const row = rowWith(xml, 'Xây dựng chuyên trang, chuyên mục tuyên truyền CCHC')
      const gone = rowWith(xml, 'Kiểm tra công tác CCHC năm 2023')
      const fresh = row
        .replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')
        .replace('Xây dựng chuyên trang, chuyên mục tuyên truyền CCHC', 'Sơ kết phong trào thi đua cải cách hành chính')
        .replace('<w:trPr>', `<w:trPr><w:ins w:id="904" ${W}/>`)
      const commented = paragraphWith(xml, 'Cải cách thể chế')
      return xml
        .replace(row, row + fresh)
        .replace(gone, gone.replace('<w:trPr>', `<w:trPr><w:del w:id="905" ${W}/>`))
        .replace(
          commented,
          commented
            .replace('</w:pPr>', '</w:pPr><w:commentRangeStart w:id="7"/>')
            .replace('</w:p>', '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>'),
        )
    },
    'word/_rels/document.xml.rels': (xml) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="rIdComments" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
      ),
    'word/comments.xml': () =>
      `<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" ${W}><w:p><w:r><w:t>Thêm ý về văn bản của HĐND.</w:t></w:r></w:p></w:comment></w:comments>`,
  })
  expect(lines(merged)).toEqual([
    'row-added row  | – | Sơ kết phong trào thi đua cải cách hành  | Phó trưởng phòng (mẫu)',
    'row-removed row I.5 | Kiểm tra công tác CCHC năm 2023 Kế hoạch | – | Phó trưởng phòng (mẫu)',
  ])
  expect(merged.comments).toEqual([
    { author: 'Phó trưởng phòng (mẫu)', text: 'Thêm ý về văn bản của HĐND.', at: expect.stringContaining('Cải cách thể chế') as string },
  ])
})

/** The draft with some sentences reworded since the file left. */
function reworded(change: (text: string) => string | null): PlanRecords {
  return {
    ...records,
    provisions: records.provisions.flatMap((provision): readonly ProvisionContent[] => {
      const wanted = change(plainText(provision.content))
      if (wanted === null) return []
      if (wanted === plainText(provision.content)) return [provision]
      return [{ ...provision, content: [{ kind: 'text', text: wanted }] }]
    }),
  }
}

const bothSides: Edit = (xml) =>
  xml
    .replace('tiến hành động bộ', 'tiến hành đồng bộ')
    .replace('phấn đấu giữ vững xếp hạng', 'phấn đấu nâng xếp hạng')
    .replace('theo kế hoạch của Chính phủ và sự chỉ đạo', 'theo kế hoạch của Chính phủ, sự chỉ đạo')

test('where both changed one sentence a person chooses; where only the draft did, or both did the same, nothing is asked', async () => {
  const mine = reworded((text) =>
    text
      .replace('tiến hành động bộ', 'tiến hành đồng bộ')
      .replace('phấn đấu giữ vững xếp hạng', 'phấn đấu giữ vững thứ hạng')
      .replace('lấy người dân, doanh nghiệp làm trung tâm', 'lấy người dân làm trung tâm'),
  )
  expect(lines(await mergedOf({ 'word/document.xml': bothSides }, mine))).toEqual([
    'edited ! sentence I.1.đoạn 1 | Tiếp tục triển khai đồng bộ, toàn diện,  | Tiếp tục triển khai đồng bộ, toàn diện, ',
    'edited sentence II.2.4 | Triển khai thực hiện hệ thống hoá văn bả | Triển khai thực hiện hệ thống hoá văn bả',
  ])
})

test('small letters added to a heading in capitals, once taken, are asked about no more', async () => {
  const edit = { 'word/document.xml': (xml: string) => xml.replace('MỤC ĐÍCH, YÊU CẦU', 'MỤC ĐÍCH, YÊU CẦU chung') }
  const mine = reworded((text) => text.replace(/^MỤC ĐÍCH, YÊU CẦU$/iu, 'Mục đích, yêu cầu chung'))
  expect([lines(await mergedOf(edit)), lines(await mergedOf(edit, mine))]).toEqual([
    ['edited sentence I | MỤC ĐÍCH, YÊU CẦU | MỤC ĐÍCH, YÊU CẦU CHUNG'],
    [],
  ])
})

test('a sentence that one side removed and the other reworded is asked about, either way round', async () => {
  const removes = 'Tổ chức nghiên cứu, học tập kinh nghiệm'
  const mine = reworded((text) => (text.startsWith(removes) ? null : text.replace('Nghiên cứu, ứng dụng sáng kiến', 'Ứng dụng sáng kiến')))
  const merged = await mergedOf(
    {
      'word/document.xml': (xml) =>
        xml
          .replace(paragraphWith(xml, 'Nghiên cứu, ứng dụng sáng kiến'), '')
          .replace('Tổ chức nghiên cứu, học tập kinh nghiệm', 'Tổ chức đoàn nghiên cứu, học tập kinh nghiệm'),
    },
    mine,
  )
  expect(lines(merged)).toEqual([
    'edited ! sentence II.1.5 | – | Tổ chức đoàn nghiên cứu, học tập kinh ng',
    'removed ! sentence II.1.4 | Ứng dụng sáng kiến, mô hình mới trong th | –',
  ])
})

test('a whole table added, and one removed, are one difference each', async () => {
  const extra =
    '<w:p><w:r><w:t>Phụ lục II</w:t></w:r></w:p><w:p><w:r><w:t>DANH MỤC VIỆC LÀM THÊM</w:t></w:r></w:p><w:tbl><w:tblGrid><w:gridCol w:w="800"/><w:gridCol w:w="4000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>' +
    [
      ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'],
      ['1', 'Trang bị máy quét cho bộ phận một cửa cấp xã', 'Sở Tài chính', 'Quý II/2023'],
      ['2', 'Mở lớp tiếng dân tộc cho công chức', 'Sở Nội vụ', 'Quý III/2023'],
    ]
      .map((cells) => `<w:tr>${cells.map((words) => `<w:tc><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`)
      .join('') +
    '</w:tbl>'
  const merged = await mergedOf({
    'word/document.xml': (xml) => xml.replace(/(<w:sectPr[ >](?:(?!<w:sectPr).)*<\/w:sectPr><\/w:body>)/s, `${extra}$1`),
  })
  expect(merged.found.map(({ difference: { kind, after } }) => [kind, after])).toEqual([
    ['table-added', 'Trang bị máy quét cho bộ phận một cửa cấp xã\nMở lớp tiếng dân tộc cho công chức'],
  ])
  expect(merged.tables.map(({ rows }) => rows.map(({ deadline }) => deadline.phrase))).toEqual([['Quý II/2023', 'Quý III/2023']])
  const without = await mergedOf({
    'word/document.xml': (xml) => {
      const start = xml.lastIndexOf('<w:tbl>')
      return xml.slice(0, start) + xml.slice(xml.indexOf('</w:tbl>', start) + '</w:tbl>'.length)
    },
  })
  expect(without.found.map(({ difference: { kind } }) => kind)).toEqual(['table-removed'])
})

test('the appendix by itself comes back without saying a word of the text', async () => {
  const parts = unzipSync(await writeDocx(buildAppendixDocument(records, options).document))
  parts['word/document.xml'] = strToU8(
    strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace('Báo cáo kết quả học tập', 'Báo cáo và ảnh'),
  )
  for (const paper of ['appendix', null] as const) {
    const merged = mergeDocx({ file: 'pl.docx', bytes: zipSync(parts), base: records, mine: records, paper }, () => undefined) as MergedDocx
    expect([lines(merged), merged.remarks, merged.paper]).toEqual([
      ['cell row I.8 | Báo cáo kết quả học tập | Báo cáo và ảnh'],
      [],
      'appendix',
    ])
  }
})

test('of a whole plan only the table came back: the appendix by itself, not a plan without a sentence', async () => {
  const merged = await mergedOf({
    'word/document.xml': (xml) => {
      const [head = '', tail = ''] = [/^.*?<w:body>/s.exec(xml)?.[0], /<w:sectPr(?:(?!<w:sectPr).)*$/s.exec(xml)?.[0]]
      const table = xml.slice(xml.lastIndexOf('<w:tbl>', xml.indexOf('Nội dung nhiệm vụ')))
      return `${head}${table.slice(0, table.indexOf('</w:tbl>'))}</w:tbl>${tail}`
    },
  })
  expect([lines(merged), merged.paper]).toEqual([[], 'appendix'])
})

test('a footnote reworded, one deleted and one added are told as such, each at its sentence', async () => {
  const merged = await mergedOf({
    'word/document.xml': (xml) => {
      const sentence = paragraphWith(xml, 'Tổ chức triển khai thực hiện các quy định')
      const target = paragraphWith(xml, 'Cải cách thể chế')
      const reference = /<w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/><\/w:rPr><w:footnoteReference w:id="4"\/><\/w:r>/
      return xml
        .replace(sentence, sentence.replace(reference, ''))
        .replace(target, target.replace('</w:p>', '<w:r><w:footnoteReference w:id="90"/></w:r></w:p>'))
    },
    'word/footnotes.xml': (xml) =>
      xml
        .replace('Kế hoạch số 157/KH-UBND', 'Kế hoạch số 158/KH-UBND')
        .replace(
          '</w:footnotes>',
          '<w:footnote w:id="90"><w:p><w:r><w:t>Luật Ban hành văn bản quy phạm pháp luật năm 2015.</w:t></w:r></w:p></w:footnote></w:footnotes>',
        ),
  })
  expect(lines(merged)).toEqual([
    'added footnote II.2 | – | Luật Ban hành văn bản quy phạm pháp luật',
    'edited footnote II.3.6 | Nghị định số 45/2020/NĐ-CP ngày 08/4/202 | Nghị định số 45/2020/NĐ-CP ngày 08/4/202',
    'removed footnote II.5.3 | Nghị quyết số 15/2022/NQ-HĐND 13/07/2022 | –',
  ])
})

test('numbers that Word made automatic, a heading typed in capitals, and number and date filled in by hand are no edits', async () => {
  const merged = await mergedOf({
    'word/document.xml': (xml) => {
      const bullet = paragraphWith(xml, 'Tăng cường công tác thông tin, tuyên truyền')
      return xml
        .replace(
          bullet,
          bullet.replace('>- <', '><').replace('</w:pPr>', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>'),
        )
        .replace(/Số: +\/KH-UBND/, 'Số: 25/KH-UBND')
    },
    'word/_rels/document.xml.rels': (xml) =>
      xml.includes('/numbering"')
        ? xml
        : xml.replace(
            '</Relationships>',
            '<Relationship Id="rIdNumbers" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
          ),
    'word/numbering.xml': () =>
      '<?xml version="1.0" encoding="UTF-8"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>',
  })
  expect([lines(merged), merged.remarks]).toEqual([[], []])
})

test('subject, recipients, signer and a title in capitals are read back into the form they have in the draft', async () => {
  const merged = await mergedOf({
    'word/document.xml': (xml) =>
      xml
        .replace('Cải cách hành chính tỉnh Lạng Sơn năm 2023</w:t>', 'Cải cách hành chính nhà nước tỉnh Lạng Sơn năm 2023</w:t>')
        .replace('- Bộ Nội vụ;', '- Bộ Nội vụ; Văn phòng Chính phủ;')
        .replace('Dương Xuân Huyên', 'Người ký mẫu')
        .replace('MỤC ĐÍCH, YÊU CẦU', 'MỤC ĐÍCH VÀ YÊU CẦU'),
  })
  expect(lines(merged)).toEqual([
    'edited subject  | Cải cách hành chính tỉnh Lạng Sơn năm 20 | Cải cách hành chính nhà nước tỉnh Lạng S',
    expect.stringMatching(/^edited recipients {2}\| Bộ Nội vụ/),
    expect.stringMatching(/^edited signature {2}\|/),
    'edited sentence I | MỤC ĐÍCH, YÊU CẦU | MỤC ĐÍCH VÀ YÊU CẦU',
  ])
})
