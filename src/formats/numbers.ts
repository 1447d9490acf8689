/** How figures in a table are written: whether a comma stands before decimals, or between thousands. */
export type DecimalSign = '.' | ','

/**
 * What a column of figures writes before its decimals: a comma where any figure tells so, else a point.
 * "1.234,5" and "3,75" tell of a comma; "1,234.5" and "3.75" of a point; "1,234" alone tells nothing.
 */
export function decimalSignOf(values: Iterable<string>): DecimalSign {
  for (const value of values) {
    const comma = value.lastIndexOf(',')
    const point = value.lastIndexOf('.')
    if (comma !== -1 && point !== -1) return comma > point ? ',' : '.'
    if (comma !== -1 && value.indexOf(',') === comma && !/^\D*[1-9]\d{0,2},\d{3}\D*$/.test(value)) return ','
    if (point !== -1 && value.indexOf('.') === point && !/^\D*[1-9]\d{0,2}\.\d{3}\D*$/.test(value)) return '.'
  }
  return '.'
}

/**
 * A figure as people and programs write it: with spaces, apostrophes or the other sign between thousands, and with a sign
 * of a currency or a percentage beside it.
 * @returns `null` for what is none, and for what is not finite
 */
export function readNumber(text: string, decimal: DecimalSign = '.'): number | null {
  // Plain figures and empty cells are the most by far.
  if (text === '') return null
  if (/^-?\d{1,15}(?:\.\d+)?$/.test(text) && (decimal === '.' || !text.includes('.'))) return Number(text)
  const bare = text
    .trim()
    .replace(/^[$€£¥₽₹%]|[$€£¥₽₹%]$/g, '')
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^\u2212/, '-')
  const thousands = decimal === '.' ? ',' : '.'
  const grouped = new RegExp(`^[+-]?\\d{1,3}(?:\\${thousands}\\d{3})+(?:\\${decimal}\\d+)?$`)
  const plain = new RegExp(`^[+-]?(?:\\d+(?:\\${decimal}\\d*)?|\\${decimal}\\d+)(?:[eE][+-]?\\d{1,3})?$`)
  if (!plain.test(bare) && !grouped.test(bare)) return null
  const value = Number(bare.replaceAll(thousands, '').replace(decimal, '.'))
  return Number.isFinite(value) ? value : null
}
