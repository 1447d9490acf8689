import { saveFile } from '../saveFile.ts'

/** Gives the person a text as a file to save. */
export function saveText(name: string, text: string, mediaType: string): void {
  saveFile(new Blob([text], { type: `${mediaType};charset=utf-8` }), name)
}
