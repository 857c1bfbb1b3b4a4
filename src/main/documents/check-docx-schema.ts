/**
 * The order of elements that Word insists on (ECMA-376 part 1, annex A, transitional): a file out of order opens "with unreadable content".
 * Of each parent the children it may have, in order; those of `many` may come more than once.
 */
export interface ChildOrder {
  readonly order: readonly string[]
  readonly many: ReadonlySet<string>
  /** Children in any order, each time as often as they like, from the first of them on. */
  readonly free: ReadonlySet<string>
}

const words = (text: string): readonly string[] => text.split(' ').map((name) => `w:${name}`)
const none: ReadonlySet<string> = new Set()
const strict = (order: string, many = ''): ChildOrder => ({
  order: words(order),
  many: many === '' ? none : new Set(words(many)),
  free: none,
})
const first = (order: string, free: string): ChildOrder => ({ order: words(order), many: none, free: new Set(words(free)) })

const ranges =
  'bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd proofErr permStart permEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd'
const blocks = `p tbl sdt customXml ins del ${ranges} altChunk`

export const childOrders: Readonly<Record<string, ChildOrder>> = {
  'w:pPr': strict(
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  ),
  'w:rPr': strict(
    // The first four say of a paragraph's end what became of it.
    'ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange',
  ),
  'w:tblPr': strict(
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange',
  ),
  'w:tcPr': strict(
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange',
  ),
  'w:sectPr': strict(
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange',
    'headerReference footerReference',
  ),
  'w:pBdr': strict('top left bottom right between bar'),
  'w:tblBorders': strict('top left start bottom right end insideH insideV'),
  'w:tblCellMar': strict('top left start bottom right end'),
  'w:tbl': { order: words('tblPr tblGrid tr'), many: new Set(words('tr')), free: new Set(words(ranges)) },
  'w:tblGrid': strict('gridCol tblGridChange', 'gridCol'),
  'w:tr': { order: words('tblPrEx trPr tc'), many: new Set(words('tc')), free: new Set(words(`${ranges} sdt`)) },
  'w:trPr': first(
    '',
    'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del trPrChange',
  ),
  'w:tc': first('tcPr', blocks),
  'w:p': first('pPr', `r hyperlink fldSimple sdt smartTag ins del moveFrom moveTo ${ranges}`),
  // In a paragraph; those that stand in properties are empty.
  'w:ins': first('', `r hyperlink smartTag sdt ins del ${ranges}`),
  'w:del': first('', `r hyperlink smartTag sdt ins del ${ranges}`),
  'w:r': first(
    'rPr',
    't br tab cr fldChar instrText footnoteReference endnoteReference footnoteRef endnoteRef separator continuationSeparator noBreakHyphen softHyphen sym drawing pict object annotationRef lastRenderedPageBreak delText',
  ),
  'w:body': { order: words('sectPr'), many: none, free: new Set(words(blocks)) },
  'w:styles': strict('docDefaults latentStyles style', 'style'),
  'w:style': strict(
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
    'tblStylePr',
  ),
  'w:footnote': first('', blocks),
  'w:hdr': first('', blocks),
}

/** Elements that mean nothing without a value. */
export const needsValue: ReadonlySet<string> = new Set(
  words('pStyle rStyle tblStyle basedOn jc sz szCs outlineLvl gridSpan vertAlign name vAlign u'),
)

/** Attributes that point to a style, by the element. */
export const styleReferences: Readonly<Record<string, string>> = {
  'w:pStyle': 'paragraph',
  'w:rStyle': 'character',
  'w:tblStyle': 'table',
}
