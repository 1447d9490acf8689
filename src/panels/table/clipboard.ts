import { writeHtmlTable, writeTsv } from '../../formats/sheetText.ts'
import type { Sheet } from '../../model/sheet.ts'
import { copyText } from '../copyText.ts'

/** Copies a table in the two forms that spreadsheets read. @returns false where the browser refuses */
export async function copySheet(sheet: Sheet): Promise<boolean> {
  const plain = writeTsv(sheet)
  if (typeof ClipboardItem === 'undefined') return copyText(plain)
  const blob = (text: string, type: string) => new Blob([text], { type })
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': blob(plain, 'text/plain'),
        'text/html': blob(writeHtmlTable(sheet), 'text/html'),
      }),
    ])
    return true
  } catch {
    return false
  }
}

/** Gives a table to a copy that is under way. */
export function putOnClipboard(data: DataTransfer, sheet: Sheet): void {
  data.setData('text/plain', writeTsv(sheet))
  data.setData('text/html', writeHtmlTable(sheet))
}
