import { DetailsHeading } from './Inspecting.tsx'

/** What a selection comes to, in sentences. */
export function FindingsDetails({ dyad }: { dyad?: string }) {
  return <DetailsHeading>Findings {dyad}</DetailsHeading>
}
