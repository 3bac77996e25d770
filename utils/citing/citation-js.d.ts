/** The parts of Citation.js that we use; the packages bring no types. */
declare module '@citation-js/core' {
  interface Configs {
    '@bibtex': { format: { asciiOnly: boolean } };
  }
  export const plugins: { config: { get<N extends keyof Configs>(name: N): Configs[N] } };
  export class Cite {
    constructor(items: readonly Record<string, unknown>[]);
    format(format: string, options?: Record<string, unknown>): string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
