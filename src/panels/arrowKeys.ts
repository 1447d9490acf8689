import { language } from '../language/messages.ts'

const TURNED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }

/** 1 where lines are read from left to right, -1 where they run the other way. */
export function onward(): 1 | -1 {
  return language().direction === 'rtl' ? -1 : 1
}

/**
 * The key that means the same where lines are read from left to right: the arrow that leads on along them is the right one
 * there. For what is laid out along the lines; on a drawing arrows mean what they show.
 */
export function alongLines(key: string): string {
  return onward() === 1 ? key : (TURNED[key] ?? key)
}
