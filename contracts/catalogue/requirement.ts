/** A sentence a correct system obeys. Data only; specs, titles, tags, messages and tables come from it. */
export interface Requirement {
  readonly level: 'MUST' | 'SHOULD';
  readonly sentence: string;
  /** Where it comes from: a founding report, a failure id, an RFC section. */
  readonly sources: readonly string[];
  /** What a spec of it asserts: id -> sentence. A defect names the one that must catch it. */
  readonly assertions: Readonly<Record<string, string>>;
}
