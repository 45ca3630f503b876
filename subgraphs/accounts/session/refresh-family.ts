/**
 * How long the token just exchanged may be exchanged again, for the same successor: two windows ask at once, a reply is lost. A thief gains
 * nothing by it: what both then hold is one token, and whoever uses it second after this time ends the session.
 */
export const GRACE_MS = 30_000;

/** What is kept of the tokens of a session: one is good at a time. */
export interface Family {
  generation: number;
  refreshHash?: string | null | undefined;
  rotatedAt: Date;
  expiresAt: Date;
  revokedAt?: Date | null | undefined;
}

/** A token of ours that came in: its generation, its hash, and the hash of the one that follows from it. */
export interface Presented {
  generation: number;
  hash: string;
  nextHash: string;
}

/**
 * ROTATE: the next token takes its place. REPEAT: it did a moment ago; hand the same one out again. REUSED: an old one came back, so somebody
 * else has it: the session ends. ENDED: it had ended before. REFUSED: none of this session.
 */
export type Verdict = 'ROTATE' | 'REPEAT' | 'REUSED' | 'ENDED' | 'REFUSED';

/** Decides about a token, by what is kept of its session. */
export function judgeToken(family: Family, presented: Presented, now: Date): Verdict {
  if (family.refreshHash == null || presented.generation > family.generation) return 'REFUSED';
  if (family.revokedAt != null || family.expiresAt <= now) return 'ENDED';
  if (presented.generation === family.generation) return presented.hash === family.refreshHash ? 'ROTATE' : 'REFUSED';
  const predecessor = presented.generation === family.generation - 1 && presented.nextHash === family.refreshHash;
  return predecessor && now.getTime() - family.rotatedAt.getTime() <= GRACE_MS ? 'REPEAT' : 'REUSED';
}
