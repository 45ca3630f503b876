const ROUNDS = 40;

/**
 * How probable each pair is when every row takes one column and every column is taken at most once: exp(sharpness · score), scaled until the
 * rows add up to one and no column to more (Sinkhorn and Knopp 1967, with inequalities for the columns). `none` is the score of a row being
 * left out; null: every row is known to have its column.
 */
export function marginals(scores: readonly (readonly number[])[], sharpness: number, none: number | null): number[][] {
  const leftOut = none === null ? 0 : Math.exp(sharpness * none);
  const cells = scores.map((row) => row.map((score) => Math.exp(sharpness * score)));
  const width = scores[0]?.length ?? 0;
  const scale = Array.from({ length: width }, () => 1);
  const rows = scores.map(() => 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [i, row] of cells.entries()) {
      const sum = row.reduce((total, cell, j) => total + cell * (scale[j] ?? 0), leftOut);
      rows[i] = sum > 0 ? 1 / sum : 0;
    }
    for (let j = 0; j < width; j += 1) {
      const sum = cells.reduce((total, row, i) => total + (row[j] ?? 0) * (rows[i] ?? 0), 0);
      scale[j] = sum > 1 ? 1 / sum : 1;
    }
  }
  for (const [i, row] of cells.entries()) {
    const sum = row.reduce((total, cell, j) => total + cell * (scale[j] ?? 0), leftOut);
    rows[i] = sum > 0 ? 1 / sum : 0;
  }
  return cells.map((row, i) => row.map((cell, j) => cell * (rows[i] ?? 0) * (scale[j] ?? 0)));
}
