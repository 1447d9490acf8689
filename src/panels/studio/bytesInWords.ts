import { t } from '../../language/messages.ts'
import { numberInWords } from '../../language/numbers.ts'

const ONE_DIGIT: Intl.NumberFormatOptions = { minimumFractionDigits: 1, maximumFractionDigits: 1 }

/** The size of a file: "1 kB", "312 kB", "1.9 MB". */
export function bytesInWords(bytes: number): string {
  return bytes < 995_000
    ? t('{size, number} kB', { size: Math.max(1, Math.round(bytes / 1000)) })
    : t('{size} MB', { size: numberInWords(bytes / 1_000_000, ONE_DIGIT) })
}
