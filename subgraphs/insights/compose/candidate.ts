import type { MeasureChoice, Note, TokenKindName } from './attempt.ts';
import type { Node } from './node.ts';

export interface Use {
  node: Node;
  kind: TokenKindName;
  meaning: string | null;
}

/** One idea of what is asked for, before the rest of the sentence is fitted to it. */
export interface Candidate {
  kind: 'measures' | 'list';
  measures: MeasureChoice[];
  /** The entity of a list. */
  entity: string | null;
  uses: Use[];
  score: number;
  notes: Note[];
  /** Conditions a metric brings into a list of its records (`list open opportunities`). */
  fromMetric: string | null;
}

/** What a phrase adds to the likelihood of an idea by how directly it was recognised. */
export const MATCH = { label: 0.1, synonym: 0.05, partial: -0.2 };
/** An idea of one measure. */
export const candidate = (measure: MeasureChoice, uses: Use[], score: number, notes: Note[] = []): Candidate => ({
  kind: 'measures',
  measures: [measure],
  entity: null,
  uses,
  score,
  notes,
  fromMetric: null,
});
