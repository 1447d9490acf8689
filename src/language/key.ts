/**
 * What a message is called in a catalogue as it is sent: a short key made from its English text, so that the English is not sent
 * with each language (FNV-1a, 32 bits, in base 36). The tests hold that no two messages have the same.
 */
export function keyOf(message: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < message.length; i++) hash = Math.imul(hash ^ message.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** A catalogue as it is sent: messages by key in place of their English. */
export function packed(messages: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(messages).map(([english, own]) => [keyOf(english), own]))
}
