/** A score of 0–100 and what it is made of. */
export interface Score {
  value: number;
  /** Those that add or take something, the heaviest first. */
  factors: readonly Factor[];
}

export interface Factor {
  code: string;
  /** What it adds to the score, or takes from it; whole points. */
  points: number;
  /** A sentence for people. */
  says: string;
}

/** How much of a factor holds, and the figures that say so. */
export interface Part {
  /** 0 – 1; below nothing for what takes from a score. */
  share: number;
  says: string;
}

/** Puts a score together from how much of each factor holds. What has no share is left out. */
export function scoreOf<Code extends string>(
  weights: Readonly<Record<Code, { most: number }>>,
  parts: Readonly<Partial<Record<Code, Part>>>,
): Score {
  const factors = (Object.keys(weights) as Code[]).flatMap((code): Factor[] => {
    const part = parts[code];
    const points = part === undefined ? 0 : Math.round(weights[code].most * Math.min(1, Math.max(-1, part.share)));
    return part === undefined || points === 0 ? [] : [{ code, points, says: part.says }];
  });
  const sum = factors.reduce((total, { points }) => total + points, 0);
  return {
    value: Math.min(100, Math.max(0, sum)),
    factors: factors.toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points)),
  };
}

/** How probable it is that one of several independent things holds: more of them never make less. */
export const anyOf = (shares: readonly number[]): number =>
  1 - shares.reduce((none, share) => none * (1 - Math.min(1, Math.max(0, share))), 1);

/** Where a number lies between two others by orders of magnitude: 0 at the least and below, 1 at the most and above. */
export const magnitude = (value: number, least: number, most: number): number =>
  value <= least ? 0 : Math.min(1, Math.log(value / least) / Math.log(most / least));
