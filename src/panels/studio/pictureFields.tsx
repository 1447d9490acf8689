import { t, type Message } from '../../language/messages.ts'
import { Button, Checkbox, CheckboxGroup, Input, Label, TextArea, TextField } from 'react-aria-components'
import { LEGEND_PARTS, type LegendPartId } from '../../pictures/subject.ts'
import {
  ALL_PARTS,
  BACKGROUNDS,
  LINE_WEIGHTS,
  offeredLabels,
  PICTURE_VIEWS,
  sizedAs,
  suggestedSource,
  suggestedSubtitle,
  suggestedTitle,
  type Background,
  type Labels,
  type PictureChoices,
  type PictureView,
} from '../../studio/pictureChoices.ts'
import {
  CSS_DPI,
  DPI_LIMITS,
  inPixels,
  POINT_LIMITS,
  presetOf,
  SIZE_LIMITS,
  SIZE_PRESETS,
  type PictureSize,
} from '../../studio/sizes.ts'
import { PX_PER_MM } from '../../pictures/svg.ts'
import { ChoiceRadios } from '../ChoiceRadios.tsx'
import { MenuSelect } from '../MenuSelect.tsx'
import { useChoice, useDerived, useSession } from '../useSession.ts'
import { NumberInput } from './NumberInput.tsx'

interface FieldsProps {
  choices: PictureChoices
  change: (part: Partial<PictureChoices>) => void
}

function optionsOf(labels: Readonly<Record<string, Message>>) {
  return Object.entries(labels).map(([id, label]) => ({ id, label: t(label) }))
}

export function ViewField({ choices, change }: FieldsProps) {
  return (
    <MenuSelect
      className="studio-select"
      label={t('Picture of')}
      options={optionsOf(PICTURE_VIEWS)}
      value={choices.view}
      onChange={(id) => change({ view: id as PictureView })}
    />
  )
}

/** A preset, or a size of the person's own. */
export function SizeFields({ choices, change, fault }: FieldsProps & { fault: string | null }) {
  const { size } = choices
  const preset = presetOf(size)
  const set = (part: Partial<PictureSize>) => change({ size: { ...size, ...part } })
  /** The same size in the other unit. */
  const setUnit = (unit: PictureSize['unit']) => {
    if (unit === size.unit) return
    const { width, height } = inPixels(size)
    const convert = (pixels: number) =>
      unit === 'mm' ? Math.round((pixels / PX_PER_MM) * 10) / 10 : Math.round(pixels)
    set({ unit, width: convert(width), height: convert(height) })
  }
  const least = size.unit === 'mm' ? Math.ceil(SIZE_LIMITS.least / PX_PER_MM) : SIZE_LIMITS.least
  const most = size.unit === 'mm' ? Math.floor(SIZE_LIMITS.most / PX_PER_MM) : SIZE_LIMITS.most
  const side = (label: string, key: 'width' | 'height') => (
    <NumberInput
      label={label}
      value={size[key]}
      least={least}
      most={most}
      step={size.unit === 'mm' ? 0.1 : 1}
      onChange={(value) => set({ [key]: value })}
    />
  )
  return (
    <section className="studio-group">
      <h3>{t('Size')}</h3>
      <MenuSelect
        className="studio-select"
        label={t('Size')}
        isLabelHidden
        options={[
          ...SIZE_PRESETS.map(({ id, label }) => ({ id, label: t(label) })),
          { id: 'custom', label: t('Own size') },
        ]}
        value={preset?.id ?? 'custom'}
        onChange={(id) => {
          const chosen = SIZE_PRESETS.find((own) => own.id === id)
          if (chosen) change(sizedAs(chosen))
        }}
      />
      <div className="studio-row">
        {side(t('Width'), 'width')}
        {side(t('Height'), 'height')}
        <ChoiceRadios
          label={t('Unit')}
          options={[
            { id: 'px', label: t('px') },
            { id: 'mm', label: t('mm') },
          ]}
          value={size.unit}
          onChange={setUnit}
        />
      </div>
      {fault && <p className="studio-fault small">{fault}</p>}
      <p className="studio-more small muted" role="status">
        {Math.max(size.width, size.height) === most &&
          t('For more pixels choose a higher resolution: up to {pixels, number} on a side.', {
            pixels: SIZE_LIMITS.mostPixels,
          })}
      </p>
    </section>
  )
}

/** Resolutions that are usual on screens, and in print. */
const RESOLUTIONS = {
  px: [1, 2, 3, 4].map((times) => ({ dpi: times * CSS_DPI, label: `${times}x` })),
  mm: [150, 300, 600, 1200].map((dpi) => ({ dpi, label: `${dpi}` })),
}

export function ResolutionField({ choices, change }: FieldsProps) {
  return (
    <div className="studio-row">
      <ChoiceRadios
        label={t('Resolution')}
        options={RESOLUTIONS[choices.size.unit].map(({ dpi, label }) => ({
          id: String(dpi),
          label,
          spoken: t('{resolution}, {dpi} dpi', { resolution: label, dpi }),
        }))}
        value={String(choices.dpi)}
        onChange={(dpi) => change({ dpi: Number(dpi) })}
      />
      <NumberInput
        label={t('dpi')}
        value={choices.dpi}
        least={DPI_LIMITS.least}
        most={DPI_LIMITS.most}
        step={1}
        onChange={(dpi) => change({ dpi })}
      />
    </div>
  )
}

/** The texts of the picture: suggested from what is chosen, until the person writes others. */
export function TextFields({ choices, change }: FieldsProps) {
  const { columns } = useSession()
  const screen = useChoice((present) => present)
  const sentence = suggestedSubtitle(useDerived(), screen, choices.view)
  const { outline } = columns
  const isOwn = choices.title !== null || choices.subtitle !== null || choices.source !== null
  return (
    <section className="studio-group">
      <h3>{t('Texts')}</h3>
      <TextField
        className="field"
        value={choices.title ?? suggestedTitle(outline, screen)}
        onChange={(title) => change({ title })}
      >
        <Label>{t('Title')}</Label>
        <Input />
      </TextField>
      <TextField className="field" value={choices.subtitle ?? sentence} onChange={(subtitle) => change({ subtitle })}>
        <Label>{t('Subtitle')}</Label>
        <TextArea rows={2} />
      </TextField>
      <TextField
        className="field"
        value={choices.source ?? suggestedSource(outline)}
        onChange={(source) => change({ source })}
      >
        <Label>{t('Source and citation')}</Label>
        <TextArea rows={3} />
      </TextField>
      {isOwn && (
        <Button className="button small-button" onPress={() => change({ title: null, subtitle: null, source: null })}>
          {t('Texts as suggested')}
        </Button>
      )}
      <Tick isSelected={choices.hasAsOf} onChange={(hasAsOf) => change({ hasAsOf })}>
        {t('As-of date')}
      </Tick>
      <Tick isSelected={choices.hasLink} onChange={(hasLink) => change({ hasLink })}>
        {t('Link that reopens this view')}
      </Tick>
    </section>
  )
}

/** Where the legend stands, and which of its parts are shown. */
export function LegendFields({ choices, change }: FieldsProps) {
  const { legend } = choices
  return (
    <section className="studio-group">
      <h3>{t('Legend')}</h3>
      <MenuSelect
        className="studio-select"
        label={t('Place of the legend')}
        isLabelHidden
        options={[
          { id: 'auto', label: t('Where there is room') },
          { id: 'right', label: t('At the right') },
          { id: 'below', label: t('Below') },
          { id: 'none', label: t('No legend') },
        ]}
        value={legend?.place ?? 'none'}
        onChange={(id) =>
          change({
            legend: id === 'none' ? null : { parts: legend?.parts ?? null, place: id as 'auto' | 'right' | 'below' },
          })
        }
      />
      {legend && (
        <CheckboxGroup
          className="studio-parts"
          aria-label={t('Parts of the legend')}
          value={[...(legend.parts ?? ALL_PARTS)]}
          onChange={(parts) =>
            change({
              legend: { ...legend, parts: parts.length === ALL_PARTS.length ? null : (parts as LegendPartId[]) },
            })
          }
        >
          {ALL_PARTS.map((id) => (
            <Checkbox key={id} value={id} className="checkbox">
              <span className="box" aria-hidden="true" />
              {t(LEGEND_PARTS[id])}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
    </section>
  )
}

export function LookFields({ choices, change }: FieldsProps) {
  return (
    <section className="studio-group">
      <h3>{t('Look')}</h3>
      <MenuSelect
        className="studio-select"
        label={t('Background')}
        options={optionsOf(BACKGROUNDS)}
        value={choices.background}
        onChange={(id) => change({ background: id as Background })}
      />
      <MenuSelect
        className="studio-select"
        label={t('Names of actors')}
        options={optionsOf(offeredLabels())}
        value={choices.labels}
        onChange={(id) => change({ labels: id as Labels })}
      />
      <div className="studio-row">
        <NumberInput
          label={t('Letters, points')}
          value={choices.points}
          least={POINT_LIMITS.least}
          most={POINT_LIMITS.most}
          step={0.25}
          onChange={(points) => change({ points })}
        />
        <NumberInput
          label={t('Lines, times as wide')}
          value={choices.lineWeight}
          least={LINE_WEIGHTS.least}
          most={LINE_WEIGHTS.most}
          step={0.25}
          onChange={(lineWeight) => change({ lineWeight })}
        />
      </div>
    </section>
  )
}

interface TickProps {
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  children: string
}

function Tick({ isSelected, onChange, children }: TickProps) {
  return (
    <Checkbox className="checkbox" isSelected={isSelected} onChange={onChange}>
      <span className="box" aria-hidden="true" />
      {children}
    </Checkbox>
  )
}
