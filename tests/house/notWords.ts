/** Files and folders that say nothing on the page: tools of the build, the command line, names of states, file formats. */
export const NOT_WORDS_AT_ALL: readonly string[] = ['src/terminal/', 'src/formats/actors/states.ts', 'src/language/']

/** Texts that look like words and are none, by file: names of fonts and of fields in files, parts of formats. */
export const NOT_WORDS: Readonly<Record<string, readonly string[]>> = {}
