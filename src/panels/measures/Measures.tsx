/** The Measures view. */
export function Measures() {
  return <p className="muted view-loading">Nothing here yet.</p>
}
