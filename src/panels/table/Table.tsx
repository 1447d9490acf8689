/** The Table view. */
export function Table() {
  return <p className="muted view-loading">Nothing here yet.</p>
}
