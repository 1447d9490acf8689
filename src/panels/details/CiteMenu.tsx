import { dataLanguage, t } from '../../language/messages.ts'
import { useState } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { CITATION_FORMATS, type CitedSource } from '../../formats/citations.ts'
import { copyText } from '../copyText.ts'
import { saveText } from './saveText.ts'

interface CiteMenuProps {
  /** The start of the names of the files. */
  name: string
  citation: string
  /** Gathers the sources, when they are asked for. */
  sources: () => CitedSource[]
}

/** Copies the citation of an initiative, or saves its sources in a format for reference managers. */
export function CiteMenu({ name, citation, sources }: CiteMenuProps) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const act = (key: React.Key) => {
    const format = CITATION_FORMATS.find(({ extension }) => extension === key)
    if (format) {
      saveText(`${name}.${format.extension}`, format.write(sources()), format.mediaType)
      return
    }
    void copyText(citation).then((done) => setCopied(done ? 'yes' : 'failed'))
  }
  return (
    <div className="cite">
      <MenuTrigger onOpenChange={() => setCopied('no')}>
        <Button className="button">{t('Cite')}</Button>
        <Popover className="cite-popover" placement="bottom start">
          <Menu className="cite-menu" aria-label={t('Cite')} onAction={act}>
            <MenuItem id="copy" className="cite-item">
              {t('Copy citation')}
            </MenuItem>
            {CITATION_FORMATS.map(({ label, extension }) => (
              <MenuItem key={extension} id={extension} className="cite-item" textValue={label}>
                {t('{format} of its sources', { format: label })} <span className="muted">.{extension}</span>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <output className="muted">
        {copied === 'yes' && t('Citation copied')}
        {copied === 'failed' && t('Copy it from here:')}
      </output>
      {copied === 'failed' && (
        <p className="citation" lang={dataLanguage()}>
          {citation}
        </p>
      )}
    </div>
  )
}
