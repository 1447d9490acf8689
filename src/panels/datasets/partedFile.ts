import { t } from '../../language/messages.ts'
import { tooLarge } from '../../formats/largeFile.ts'
import type { FetchRange, RollupEnd } from '../../formats/parquetParts.ts'
import { LIMITS, type FileInput } from '../../formats/reading.ts'

/** A file of which parts can be asked for: one at an address, or one that was chosen. One thing is asked for at a time. */
export interface PartedFile {
  name: string
  /** @returns its length in bytes, or `null` where the host does not tell it */
  size: () => Promise<number | null>
  /** @returns the bytes, the end not included, or `null` where the host gives no ranges */
  range: FetchRange
  /**
   * @param onLoaded called with how many bytes have come
   * @throws Error with a sentence for the person
   */
  whole: (onLoaded: (bytes: number) => void) => Promise<Uint8Array>
  /** Ends what goes on. */
  close: () => void
}

/** A file that was chosen or dropped. */
export function chosenFile(file: File): PartedFile {
  return {
    name: file.name,
    size: async () => file.size,
    range: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
    whole: async () => {
      if (file.size > LIMITS.bytes) throw new Error(tooLarge(file.name, file.size))
      return new Uint8Array(await file.arrayBuffer())
    },
    close: () => undefined,
  }
}

/** Opens a file on the host that Dyad itself came from: the page may connect to it, and it need not let other sites in. */
export function openOnOwnHost(url: URL, signal: AbortSignal): PartedFile {
  const ask = async (init: RequestInit): Promise<Response> => {
    const response = await fetch(url, { ...init, signal, credentials: 'omit' }).catch((error: unknown) => {
      throw signal.aborted ? error : new Error(refusedBy(url, 0))
    })
    if (!response.ok) throw new Error(refusedBy(url, response.status))
    return response
  }
  const name = nameIn(url)
  return {
    name,
    size: async () => {
      const size = Number((await ask({ method: 'HEAD' })).headers.get('Content-Length'))
      return size > 0 ? size : null
    },
    range: async (start, end) => {
      const response = await ask({ headers: { Range: `bytes=${start}-${end - 1}` } })
      if (response.status === 206) return new Uint8Array(await response.arrayBuffer())
      await response.body?.cancel()
      return null
    },
    whole: async (onLoaded) => {
      const parts: Uint8Array<ArrayBuffer>[] = []
      let loaded = 0
      for (const reader = (await ask({})).body!.getReader(); ;) {
        const { done, value } = await reader.read()
        if (done) break
        parts.push(value)
        loaded += value.length
        if (loaded > LIMITS.bytes) {
          await reader.cancel()
          throw new Error(tooLarge(name, loaded))
        }
        onLoaded(loaded)
      }
      return new Uint8Array(await new Blob(parts).arrayBuffer())
    },
    close: () => undefined,
  }
}

/** Asks which years of a roll-up are wanted. */
export type AskForYears = (end: RollupEnd) => Promise<readonly [number, number]>

/**
 * Of a roll-up that has more rows than can be read at once, the years that the person takes; of one at an address, only what
 * is read.
 * @param isWhole true where a file that can be read at once is to be taken whole
 * @returns `null` where the whole file is to be taken: it is no roll-up, or there are no ranges
 */
export async function rollupParts(
  file: PartedFile,
  ask: AskForYears,
  onLoaded: (bytes: number) => void,
  isWhole = false,
): Promise<FileInput | null> {
  if (!file.name.toLowerCase().endsWith('.parquet')) return null
  const size = await file.size()
  if (size === null) return null
  const { fetchYears, rollupEnd } = await import('../../formats/parquetParts.ts')
  const end = await rollupEnd(file.name, size, file.range)
  if (!end) return null
  const isLarge = end.years !== null && end.rowsIn(null) > LIMITS.initiatives
  if (isWhole && !isLarge && size <= LIMITS.bytes) return null
  return fetchYears(end, isLarge ? await ask(end) : null, file.range, onLoaded)
}

/** @param status of HTTP; 0 where the host could not be reached or does not let other pages read the file */
export function refusedBy({ host, origin }: URL, status: number): string {
  if (status === 0) {
    return origin === location.origin
      ? t('Nothing could be fetched from {host}: it cannot be reached. Save the file from there and choose it here.', {
          host,
        })
      : t(
          'Nothing could be fetched from {host}: it cannot be reached, or it does not let other sites read its files. Save the file from there and choose it here.',
          { host },
        )
  }
  return status === 404
    ? t('{host} has no file at this address (status 404): check the address.', { host })
    : t('{host} did not give the file (status {status}). Save it from there, if you may, and choose it here.', {
        host,
        status,
      })
}

/** The name of a file, from its address. */
export function nameIn(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last) || url.host
  } catch {
    return last
  }
}
