/** What we use of scanners that bring no types. */
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(words: readonly string[]);
    search(text: string): [end: number, words: string[]][];
  }
}

declare module 'fastscan' {
  export default class FastScan {
    constructor(words: readonly string[]);
    search(text: string): [offset: number, word: string][];
  }
}
