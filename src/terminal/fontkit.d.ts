/** As much of fontkit as is used. */
declare module 'fontkit' {
  export function create(bytes: Uint8Array): unknown
}
