/**
 * What a text may become in this page, beside the scripts of its own that `ownScript` lets through: nothing. The one exception
 * is the empty text, with which the controls empty what they say to those who listen.
 */
interface Factory {
  createPolicy: (name: 'default', rules: { createHTML: (text: string) => string | null }) => unknown
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes

factory?.createPolicy('default', { createHTML: (text) => (text === '' ? text : null) })
