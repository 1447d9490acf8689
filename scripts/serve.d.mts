export function compress(bytes: Uint8Array): Promise<Buffer>
export function serve(
  folder: string,
  options?: { port?: number; tries?: number; packs?: boolean },
): Promise<{ url: string; ready: Promise<void>; close: () => Promise<void> }>
