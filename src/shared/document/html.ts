import type { Block, ParagraphBlock, RuleBlock, Run, TableBlock, TableCell, TextRun } from './blocks.ts'
import { footnotesOf, paragraphsOf } from './words.ts'

/**
 * Blocks as HTML for the clipboard: real paragraphs and tables, so that Word, Excel and mail take them as such. Formatting stands in the
 * elements because a paste carries no style sheet. Footnotes become raised numbers with their texts behind the last block.
 * @param font as in `OfficialDocument`
 */
export function htmlOf(blocks: readonly Block[], font: string): string {
  const notes = footnotesOf(paragraphsOf(blocks)).map(
    ({ number, content }) => `<p style="margin:0"><sup>${number}</sup> ${content.map(textHtml).join('')}</p>`,
  )
  return `<div lang="vi" style="font-family:'${escape(font)}'">${blocks.map(blockHtml).join('')}${notes.join('')}</div>`
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphHtml(block)
    case 'rule':
      return ruleHtml(block)
    case 'side-by-side': {
      const column = (parts: readonly (ParagraphBlock | RuleBlock)[], share: number): string =>
        `<td style="width:${Math.round(share * 100)}%;vertical-align:top;border:none">${parts.map(blockHtml).join('')}</td>`
      return `<table style="width:100%;border-collapse:collapse;border:none"><tr>${column(block.left, block.leftShare)}${column(block.right, 1 - block.leftShare)}</tr></table>`
    }
    case 'table':
      return tableHtml(block)
    case 'page-break':
      return '<br style="page-break-before:always">'
    default:
      return block satisfies never
  }
}

const alignments = { left: 'left', center: 'center', right: 'right', both: 'justify' } as const

function paragraphHtml({ format, runs }: ParagraphBlock): string {
  const style = [
    `text-align:${alignments[format.align]}`,
    `text-indent:${format.firstLineIndent}`,
    `margin:${format.spaceBefore} 0 ${format.spaceAfter} ${format.leftIndent}`,
    `line-height:${Math.round(format.lineSpacing * 100)}%`,
  ]
  return `<p style="${style.join(';')}">${runs.map(runHtml).join('')}</p>`
}

function ruleHtml({ length }: RuleBlock): string {
  return `<hr style="width:${length};margin:2pt auto;border:none;border-top:0.75pt solid">`
}

function runHtml(run: Run): string {
  switch (run.kind) {
    case 'text':
      return textHtml(run)
    case 'line-break':
      return '<br>'
    case 'footnote':
      return `<sup>${run.number}</sup>`
    default:
      return run satisfies never
  }
}

function textHtml(run: TextRun): string {
  const tags = [
    run.bold === true && 'b',
    run.italic === true && 'i',
    run.underline === true && 'u',
    run.superscript === true && 'sup',
    run.subscript === true && 'sub',
  ].filter((tag) => tag !== false)
  const inner = tags.reduceRight((html, tag) => `<${tag}>${html}</${tag}>`, escape(run.text))
  return `<span style="font-size:${run.size}">${inner}</span>`
}

function tableHtml({ columnShares, headerRows, rows }: TableBlock): string {
  return (
    '<table style="border-collapse:collapse;width:100%">' +
    `<colgroup>${columnShares.map((share) => `<col style="width:${Math.round(share * 1000) / 10}%">`).join('')}</colgroup>` +
    `<thead>${headerRows.map(({ cells }) => rowHtml(cells, 'th')).join('')}</thead><tbody>${rows.map(({ cells }) => rowHtml(cells, 'td')).join('')}</tbody></table>`
  )
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
}

function rowHtml(cells: TableBlock['rows'][number]['cells'], tag: 'td' | 'th'): string {
  return `<tr>${cells.map((cell) => cellHtml(cell, tag)).join('')}</tr>`
}

function cellHtml({ columnSpan, rowSpan, verticalAlign, paragraphs }: TableCell, tag: 'td' | 'th'): string {
  const spans = `${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`
  const style = `vertical-align:${verticalAlign === 'center' ? 'middle' : 'top'};border:0.5pt solid;padding:0 4pt;font-weight:normal`
  return `<${tag}${spans} style="${style}">${paragraphs.map(paragraphHtml).join('')}</${tag}>`
}
