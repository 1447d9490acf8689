/**
 * The pseudo-locale: each message in brackets of its own, so that one sees what is a message and what is not. What stands in
 * braces stays as it is, since it is for the machine.
 */
export function inPseudo(message: string): string {
  return `⟦${message}⟧`
}
