/** The Ledger view. */
export function Ledger() {
  return <div className="ledger" />
}
