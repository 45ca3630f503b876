/** Where one piece of a stack begins and ends. */
export interface Piece {
  from: number;
  to: number;
}

/**
 * Piles values up, place by place: values above zero upwards, those below it downwards. With `whole`, each place is scaled so that
 * its values' sizes add up to 1. Nothing (null) is a piece without height.
 */
export function stack(rows: readonly (readonly (number | null)[])[], whole = false): Piece[][] {
  const places = rows[0]?.length ?? 0;
  const up = Array.from({ length: places }, () => 0);
  const down = Array.from({ length: places }, () => 0);
  const sizes = Array.from({ length: places }, (_, place) => rows.reduce((sum, row) => sum + Math.abs(row[place] ?? 0), 0) || 1);
  return rows.map((row) =>
    Array.from({ length: places }, (_, place) => {
      const value = (row[place] ?? 0) / (whole ? (sizes[place] ?? 1) : 1);
      const pile = value < 0 ? down : up;
      const from = pile[place] ?? 0;
      pile[place] = from + value;
      return { from, to: from + value };
    }),
  );
}
