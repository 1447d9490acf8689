import { t } from '../../language/messages.ts'
import type { ReactNode } from 'react'
import { PlainDialog, type DialogState } from '../Dialogs.tsx'
import { COMMAND_GROUPS, type CommandContext, type CommandGroup } from './command.ts'
import { plainCommands } from './commands.ts'
import { Keys } from './Keys.tsx'
import { hasSingleKeys } from './singleKeys.ts'
import { PART_KEYS } from './viewKeys.ts'

/** The list of shortcuts, made from the commands that have one, with the keys of the parts of the page. */
export function ShortcutsDialog({ context, ...state }: DialogState & { context: CommandContext }) {
  const commands = plainCommands(context)
  const groups = (Object.keys(COMMAND_GROUPS) as CommandGroup[])
    .map((group) => ({
      group,
      rows: commands.filter((own) => own.group === group && own.keys),
    }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <PlainDialog title={t('Keyboard shortcuts')} {...state}>
      {!hasSingleKeys() && <p className="muted">{t('Those of a single sign are turned off in the Settings.')}</p>}
      <div className="shortcuts">
        {groups.map(({ group, rows }) => (
          <Group key={group} title={t(COMMAND_GROUPS[group])}>
            {rows.map(({ id, label, keys }) => (
              <Row key={id} does={label}>
                {keys!.map((own, i) => (
                  <span key={own} className="keys">
                    {i > 0 && `${t('or')} `}
                    <Keys keys={own} />
                  </span>
                ))}
              </Row>
            ))}
          </Group>
        ))}
        {PART_KEYS.map(({ title, rows }, i) => (
          <Group key={i} title={t(title)}>
            {rows.map(({ keys, does }, row) => (
              <Row key={row} does={t(does)}>
                <span className="keys">{keys.map((own) => (own === '–' ? own : <kbd key={own}>{own}</kbd>))}</span>
              </Row>
            ))}
          </Group>
        ))}
      </div>
    </PlainDialog>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  )
}

function Row({ does, children }: { does: string; children: ReactNode }) {
  return (
    <div>
      <dt>{does}</dt>
      <dd>{children}</dd>
    </div>
  )
}
