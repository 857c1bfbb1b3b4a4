import { memo, type ReactNode } from 'react'
import type { GridColumn, GridGroupLine, GridLine } from './grid-types.ts'
import classes from './data-grid.module.css'

interface GridLineViewProps<Row> {
  readonly line: GridLine<Row>
  readonly index: number
  /** Place among the data rows, or -1 for a group line. */
  readonly rowIndex: number
  readonly columns: readonly GridColumn<Row>[]
  readonly template: string
  readonly top: number
  readonly measure: (element: Element | null) => void
  /** What can be done with a group, at the end of its line. The same function at each drawing, or every line is drawn anew. */
  readonly groupActions: ((group: GridGroupLine) => ReactNode) | undefined
}

function GridLineContent<Row>({ line, index, rowIndex, columns, template, top, measure, groupActions }: GridLineViewProps<Row>) {
  const style = { transform: `translateY(${top}px)`, ...(line.kind === 'row' ? { gridTemplateColumns: template } : {}) }
  if (line.kind === 'group') {
    return (
      <div ref={measure} data-index={index} role="row" aria-rowindex={index + 2} className={classes['line']} style={style}>
        <div
          role="gridcell"
          aria-colspan={columns.length + 1}
          className={`${classes['group']} ${line.level === 2 ? classes['subgroup'] : ''}`}
        >
          <span className={classes['groupTitle']} title={line.title}>
            {line.title}
          </span>
          {groupActions !== undefined && line.level === 1 && <span className={classes['groupActions']}>{groupActions(line)}</span>}
          <span className={classes['groupNote']}>{line.note}</span>
        </div>
      </div>
    )
  }
  return (
    <div ref={measure} data-index={index} role="row" aria-rowindex={index + 2} className={classes['line']} style={style}>
      <div role="rowheader" data-row={rowIndex} data-head className={`${classes['cell']} ${classes['headOfRow']}`}>
        {line.head}
      </div>
      {columns.map((column, columnIndex) => {
        const hint = column.hint?.(line.row) ?? null
        const text = column.text(line.row)
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={columnIndex + 2}
            data-row={rowIndex}
            data-column={columnIndex}
            className={`${classes['cell']} ${hint?.tone === 'doubt' ? classes['doubtful'] : ''}`}
            title={hint === null ? text : `${text}\n${hint.text}`}
          >
            {text}
            {hint !== null && <span className={`${classes['hint']} ${hint.tone === 'doubt' ? classes['doubt'] : ''}`}>{hint.text}</span>}
          </div>
        )
      })}
    </div>
  )
}

/** One line, drawn again only when its own record, place or the columns change: moving the selection draws no line. */
export const GridLineView = memo(GridLineContent) as typeof GridLineContent
