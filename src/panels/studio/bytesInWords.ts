/** The size of a file: "1 kB", "312 kB", "1.9 MB". */
export function bytesInWords(bytes: number): string {
  return bytes < 995_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
