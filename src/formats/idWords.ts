import { msg, t, type Message } from '../language/messages.ts'

/** What the ids of closed lists are called where an entry is edited: as the data have them, in the present language. */
const WORDS: Readonly<Record<string, Message>> = {
  state: msg('state'),
  organisation: msg('organisation'),
  core: msg('core'),
  surrounding: msg('surrounding'),
  context: msg('context'),
  proposed: msg('proposed'),
  announced: msg('announced'),
  signed: msg('signed'),
  'under-way': msg('under-way'),
  'in-force': msg('in-force'),
  delivering: msg('delivering'),
  completed: msg('completed'),
  stalled: msg('stalled'),
  suspended: msg('suspended'),
  cancelled: msg('cancelled'),
  expired: msg('expired'),
  cooperation: msg('cooperation'),
  conflict: msg('conflict'),
  high: msg('high'),
  medium: msg('medium'),
  low: msg('low'),
  unstated: msg('unstated'),
  official: msg('official'),
  database: msg('database'),
  academic: msg('academic'),
  'think-tank': msg('think-tank'),
  company: msg('company'),
  news: msg('news'),
  reference: msg('reference'),
}

/** The word for an id of a closed list; any other id as it is. */
export function idInWords(id: string): string {
  const word = WORDS[id]
  return word ? t(word) : id
}
