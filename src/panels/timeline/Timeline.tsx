/** The Timeline view. */
export function Timeline() {
  return <div className="timeline" />
}
