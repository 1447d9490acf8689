/** Gives the person a file to save. */
export function saveText(name: string, text: string, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Browsers read the file after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
