/** Copies a text. @returns false where the browser refuses, as it does to pages that are not secure or not in front */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
