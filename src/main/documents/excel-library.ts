import type ExcelJS from 'exceljs'

/** The library that writes workbooks, loaded with the first one: it is large, and CommonJS. */
export async function excelLibrary(): Promise<typeof ExcelJS> {
  return (await import('exceljs')).default
}
