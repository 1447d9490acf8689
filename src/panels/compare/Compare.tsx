/** The Compare view. */
export function Compare() {
  return <div className="compare" />
}
