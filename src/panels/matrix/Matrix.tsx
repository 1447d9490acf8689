import { known, msg, sayInEnglish, t, type Message } from '../../language/messages.ts'
import { lowerFirst } from '../../language/numbers.ts'
import { useMemo } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { largestCell, matrixOf, sortedMatrix, type Matrix as MatrixData } from '../../network/matrix.ts'
import { optionsOf } from '../../network/filters.ts'
import { namesOf } from '../../model/actorNames.ts'
import { measuresOf } from '../../network/seriesMeasures.ts'
import { readCount, type Measure, type Reading } from '../../network/measures.ts'
import { MATRIX_SIDES, type MatrixSide, type MatrixSort } from '../../state/choices.ts'
import { ChoiceRadios } from '../ChoiceRadios.tsx'
import { CsvButton } from '../CsvButton.tsx'
import { useActorName } from '../details/Inspecting.tsx'
import { Emptiness } from '../Emptiness.tsx'
import { MenuSelect } from '../MenuSelect.tsx'
import { useMeasures, useReading } from '../useReading.ts'
import { useChoice, useDerived, useSession, useTexts } from '../useSession.ts'
import { MatrixGrid } from './MatrixGrid.tsx'
import { MatrixLegend } from './MatrixLegend.tsx'
import { namesOfHeads } from '../../network/headNames.ts'
import { matrixSheet } from './matrixSheet.ts'
import '../dialogs.css'
import './matrix.css'

/** The Matrix: partners by relation type or subtype, or actor by actor. */
export function Matrix() {
  const { columns, every } = useSession()
  const { selection, links } = useDerived()
  const focus = useChoice((present) => present.focus)
  const side = useChoice((present) => present.matrixSide)
  const sort = useChoice((present) => present.matrixSort)
  const filters = useChoice((present) => present.filters)
  const nameOf = useActorName()
  const chosen = useReading('width')
  const { outcomes } = selection
  // A series knows no subtypes.
  const reading = useMemo(
    () => (side === 'subtype' && !chosen.measure.isCount ? readCount('initiatives', every, outcomes) : chosen),
    [side, chosen, every, outcomes],
  )
  const matrix = useMemo(
    () => matrixOf({ columns, filters, selection, links, focus, side, reading }),
    [columns, filters, selection, links, focus, side, reading],
  )
  const sorted = sortedMatrix(matrix, sort, nameOf)
  const largest = useMemo(() => largestCell(columns, focus, side), [columns, focus, side])
  const most = reading.measure.isCount ? largest : reading.most
  const heads = namesOfHeads(columns, nameOf)
  if (selection.size === 0) {
    return (
      <div className="matrix-empty">
        <Emptiness />
      </div>
    )
  }
  return (
    <div className={`matrix of-${side}`}>
      <MatrixBar matrix={sorted} measure={reading.measure} />
      <MatrixGrid key={side} matrix={sorted} side={side} measure={reading.measure} most={most} heads={heads} />
      <div className="matrix-foot">
        <MatrixLegend side={side} measure={reading.measure} most={most} />
        <Notes side={side} chosen={chosen} reading={reading} />
      </div>
    </div>
  )
}

const SIDE_LABELS: Record<MatrixSide, Message> = {
  type: msg('Relation types'),
  subtype: msg('Subtypes'),
  actor: msg('Actors'),
}
const SORT_LABELS: Record<MatrixSort, Message> = {
  total: msg('Initiatives'),
  name: msg('Name'),
  share: msg('Share realised'),
  similarity: msg('Similarity'),
}

/** What stands in the columns, in which order, and what the squares stand for. */
function MatrixBar({ matrix, measure }: { matrix: MatrixData; measure: Measure }) {
  const { choices, columns } = useSession()
  const texts = useTexts()
  const side = useChoice((present) => present.matrixSide)
  const sort = useChoice((present) => present.matrixSort)
  const width = useChoice((present) => present.width)
  const measures = useMeasures()
  return (
    <div className="matrix-bar">
      <ChoiceRadios
        label={t('Columns')}
        isLabelHidden
        options={MATRIX_SIDES.map((id) => ({ id, label: t(SIDE_LABELS[id]) }))}
        value={side}
        onChange={(id) => choices.setState({ matrixSide: id })}
      />
      <MenuSelect
        className="matrix-select"
        label={t('Sort')}
        options={Object.entries(SORT_LABELS).map(([id, label]) => ({ id, label: t(label) }))}
        value={sort}
        onChange={(id) => choices.setState({ matrixSort: id as MatrixSort })}
      />
      <MenuSelect
        className="matrix-select"
        label={t('Cell size')}
        options={measures.filter((own) => side !== 'subtype' || own.isCount)}
        value={measures.some(({ id }) => id === width) ? measure.id : null}
        placeholder={measure.label}
        onChange={(id) => choices.setState({ width: id })}
      />
      <CsvButton
        name={`dyad-matrix-${side}`}
        sheet={() =>
          sayInEnglish(() => {
            const { outline } = columns
            const said = measuresOf(columns, texts).find(({ id }) => id === measure.id) ?? measure
            return matrixSheet({ outline, options: optionsOf(outline) }, matrix, side, said, namesOf(outline.actors))
          })
        }
      />
    </div>
  )
}

interface NotesProps {
  side: MatrixSide
  /** What was chosen, and what is drawn. */
  chosen: Reading
  reading: Reading
}

/** What the drawing means, and what it doesn't. */
function Notes({ side, chosen, reading }: NotesProps) {
  const { columns } = useSession()
  const focus = useChoice((present) => present.focus)
  const nameOf = useActorName()
  const { measure } = reading
  const type = columns.outline.relationTypes.find(({ id }) => id === measure.type)
  const names = { measure: measure.label, type: lowerFirst(known(type?.label ?? '')) }
  return (
    <>
      {reading !== chosen && (
        <p>
          {t('“{measure}” knows no subtypes: here the squares stand for initiatives.', {
            measure: chosen.measure.label,
          })}
        </p>
      )}
      {type && (
        <p className="matrix-note muted">
          {side === 'actor'
            ? t('“{measure}” is known of pairs with a tie of {type}.', names)
            : t('“{measure}” fills the cells of {type} alone.', names)}
        </p>
      )}
      <Disclosure>
        <Button slot="trigger" className="link-button">
          {t('How to read this matrix')}
        </Button>
        <DisclosurePanel className="matrix-note muted">
          <p>
            {t(
              'The area of a square is in proportion to what “Cell size” says, which is also what the width of a line in the Network stands for: {meaning} The smallest are drawn large enough to be seen. Its colour is the share of outputs that stand realised at the as-of date. Outputs are cooperative things that last; processes such as summits, and conflict, are counted among the initiatives and never as a result. An initiative with several partners stands in the row of each, and once in every total.',
              { meaning: lowerFirst(measure.meaning) },
            )}
          </p>
          <p>
            {t(
              'Sorted by initiatives, the rows follow all that the dataset has of each, on any day, so that none moves while the date is played. Sorted by similarity, rows stand beside those whose selected initiatives are spread over the columns in like proportions: average linkage of cosine distances, turned so that neighbours are alike (Gruvaeus and Wainer 1972).',
            )}
            {columns.outline.focus !== focus &&
              side !== 'actor' &&
              ` ${t('The partners are those of {actor}, which is in the focus.', { actor: nameOf(focus) })}`}
          </p>
        </DisclosurePanel>
      </Disclosure>
    </>
  )
}
