/** The Matrix view. */
export function Matrix() {
  return <p className="muted view-loading">Nothing here yet.</p>
}
