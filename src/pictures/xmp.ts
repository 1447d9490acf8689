import { escaped } from './xml.ts'

/** What a file of a picture says of itself to those who find it without its page. Empty texts are left out. */
export interface FileTexts {
  title: string
  description: string
  source: string
  /** The address that reopens the view. */
  link: string
}

/**
 * Texts as an XMP packet, which JPEG and WebP carry and which programs for pictures read, see
 * https://developer.adobe.com/xmp/docs/xmp-namespaces/dc/.
 */
export function xmpPacket({ title, description, source, link }: FileTexts): Uint8Array<ArrayBuffer> {
  const inEnglish = (name: string, text: string) =>
    text && `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></dc:${name}>`
  const plain = (name: string, text: string) => text && `<dc:${name}>${escaped(text)}</dc:${name}>`
  const packet = [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    inEnglish('title', title),
    inEnglish('description', description),
    plain('source', source),
    plain('identifier', link),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ]
  return new TextEncoder().encode(packet.join(''))
}
