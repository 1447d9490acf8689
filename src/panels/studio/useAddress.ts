import { useEffect, useMemo } from 'react'

/** What is still being read from an address when the next one comes, is read to its end. */
export const KEPT_MS = 10_000

/** The address at which a file can be seen, as long as it is looked at; `null` for none. */
export function useAddress(file: Blob | null): string | null {
  const address = useMemo(() => file && URL.createObjectURL(file), [file])
  useEffect(
    () => () => {
      if (address !== null) setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
    },
    [address],
  )
  return address
}
