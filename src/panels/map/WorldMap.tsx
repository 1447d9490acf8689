import { inParts, t } from '../../language/messages.ts'
import { listInWords } from '../../language/numbers.ts'
import { useRef, useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { nameOf } from '../../model/actorNames.ts'
import type { Actor } from '../../model/schema.ts'
import { BackToFocus } from '../BackToFocus.tsx'
import { Emptiness } from '../Emptiness.tsx'
import type { GraphView } from '../graphView.ts'
import { Legend } from '../Legend.tsx'
import { MembersMenu } from '../MembersMenu.tsx'
import { MostLinks } from '../MostLinks.tsx'
import { useChoice, useDerived, useSession } from '../useSession.ts'
import { WidthAndSize } from '../WidthAndSize.tsx'
import { ZoomButtons } from '../ZoomButtons.tsx'
import { flagAddresses } from '../flagAddresses.ts'
import { rich } from '../rich.tsx'
import { useLand } from './land.ts'
import { MapPlace } from './MapPlace.tsx'
import { useDrawing } from './useDrawing.ts'
import { useLook } from './useLook.ts'
import { useSize } from './useSize.ts'
import './map.css'

/** The Map view: the network on a map of the world, actors at their capitals and secretariats. */
export function WorldMap({ view }: { view: GraphView }) {
  const { selection } = useDerived()
  const flags = useSyncExternalStore(view.onFlags, view.flags)
  const place = useRef<HTMLDivElement>(null)
  const size = useSize(place)
  const look = useLook(size)
  const drawing = useDrawing(look.settled.zoom, look.bounds)
  const land = useLand(look.settled, look.whole, size)
  return (
    <div className="map-view">
      <div className="controls">
        <BackToFocus />
        <MembersMenu />
        <WidthAndSize />
        <MostLinks />
        <ZoomButtons onZoom={look.zoomBy} onFit={look.fit} />
      </div>
      <div className="map-frame">
        <MapPlace place={place} look={look} drawing={drawing} land={land.path} flags={flagAddresses(flags)} />
        {selection.size === 0 && <Emptiness />}
      </div>
      <Notes isLandMissing={land.isMissing} />
      <Legend view={{ scales: () => drawing.scene.legend, onScales: () => () => undefined }} />
    </div>
  )
}

/** How many actors without a seat are named. */
const MOST_NAMED = 12

/** What the map cannot show. */
function Notes({ isLandMissing }: { isLandMissing: boolean }) {
  const { columns } = useSession()
  const unfolded = useChoice((present) => present.unfolded)
  const seatless = columns.outline.actors.filter(({ seat }) => !seat)
  const withoutLines = seatless.filter(({ id }) => unfolded.includes(id)).map(nameOf)
  return (
    <p className="map-notes muted">
      {seatless.length > 0 && (
        <span>
          <Seatless actors={seatless} />{' '}
        </span>
      )}
      {withoutLines.length > 0 && (
        <span>
          {t('No lines lead to the members of {organisations}: there is no seat to draw them from.', {
            organisations: listInWords(withoutLines),
          })}{' '}
        </span>
      )}
      {isLandMissing ? (
        <span>{t('The land could not be fetched; the places are right without it.')}</span>
      ) : (
        <span>{t('Land: Natural Earth.')}</span>
      )}
    </p>
  )
}

/** Names the actors without a seat, each as a button. */
function Seatless({ actors }: { actors: readonly Actor[] }) {
  const { choices } = useSession()
  const named = actors.slice(0, MOST_NAMED).map((actor, i) => (
    <span key={actor.id}>
      {i > 0 && t(', ')}
      <Button className="link-button" onPress={() => choices.setState({ inspected: { kind: 'actor', id: actor.id } })}>
        {nameOf(actor)}
      </Button>
    </span>
  ))
  return rich(
    inParts(
      '{more, plural, =0 {Not on the map, having no seat: <actors></actors>.} other {Not on the map, having no seat: <actors></actors> and # more.}}',
      { more: actors.length - named.length },
    ),
    { actors: () => named },
  )
}
