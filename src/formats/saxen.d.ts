declare module 'saxen' {
  type Context = () => { line: number; column: number; data: string }
  type Decode = (text: string) => string

  export class Parser {
    on(
      event: 'openTag',
      handler: (
        name: string,
        attributes: () => Record<string, string>,
        decode: Decode,
        isEmpty: boolean,
        at: Context,
      ) => void,
    ): this
    on(event: 'closeTag', handler: (name: string, decode: Decode, isEmpty: boolean, at: Context) => void): this
    on(event: 'text', handler: (text: string, decode: Decode, at: Context) => void): this
    on(event: 'cdata' | 'question', handler: (text: string, at: Context) => void): this
    on(event: 'attention', handler: (text: string, decode: Decode, at: Context) => void): this
    on(event: 'error' | 'warn', handler: (error: Error, at: Context) => void): this
    parse(xml: string): unknown
  }
}
