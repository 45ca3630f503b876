import type { DomainName, RelationKind } from '../metrics/metric-definition.ts';

/** A number worth seeing beside an answer, as questions that ask for it. */
export interface Neighbour {
  id: string;
  label: string;
  /** How it is asked for, without time and conditions. */
  asked: string;
  /** Whether the period of the answer is part of the question. */
  dated: boolean;
  /** Whether the answer's own conditions are part of the question: of the whole they are not. */
  conditioned: boolean;
  orbit: 'EXACT' | 'LIKELY' | 'HYPOTHESIS';
  relation: RelationKind;
  explanation: string;
  domain: DomainName;
  /** How sure it is that it belongs here: what a definition says, before what only lies near. */
  origin: 'DEFINED' | 'NEAR';
}

/** How directly a tie leads to the answer. */
export const ORBIT: Record<RelationKind, Neighbour['orbit']> = {
  COMPONENT: 'EXACT',
  RATIO: 'EXACT',
  DRIVER: 'LIKELY',
  CORRELATE: 'HYPOTHESIS',
};
