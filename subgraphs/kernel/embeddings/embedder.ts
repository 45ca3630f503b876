/** Length of every vector, whoever makes it: one table holds them. */
export const DIMENSIONS = 256;

/** Makes vectors of short texts; near ones mean alike. Vectors of one name only compare with one another. */
export interface Embedder {
  /** Who makes them, with the version of how: `local-1`, `openai:text-embedding-3-small`. */
  readonly name: string;
  /**
   * Vectors of length 1 in the order of the texts. Never inside a unit of work.
   * @throws EMBEDDINGS_UNAVAILABLE when it is elsewhere and cannot be reached
   */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}

/** Cosine of two vectors of length 1, −1…1. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** The vector at length 1; one of nothing but zeros stays as it is. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(cosine(vector, vector));
  return length === 0 ? vector : vector.map((value) => value / length);
}
