/** pdfmake's own copy of SVG-to-PDFKit, which it does not hand out. */
declare module 'pdfmake/js/3rd-party/svg-to-pdfkit/source.js' {
  export default function draw(
    document: unknown,
    svg: string,
    x: number,
    y: number,
    options: {
      fontCallback: (family: string, isBold: boolean, isItalic: boolean) => string
      warningCallback: (warning: string) => void
    },
  ): void
}
