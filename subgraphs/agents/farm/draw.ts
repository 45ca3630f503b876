/** A number in 0…1 that follows from a seed and what it is about, and from nothing else: the same on every machine, in whatever order it is asked for. */
export function draw(seed: number, ...about: readonly (string | number)[]): number {
  let hash = 0x81_1c_9d_c5 ^ seed;
  for (const character of about.join(' ')) {
    hash ^= character.charCodeAt(0);
    hash = Math.imul(hash, 0x01_00_01_93);
  }
  // Mixed as MurmurHash3 ends, so that neighbours have nothing in common.
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85_eb_ca_6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2_b2_ae_35);
  hash ^= hash >>> 16;
  return (hash >>> 0) / 2 ** 32;
}

/** One of several, each as likely as the others. */
export function pick<T>(among: readonly [T, ...T[]], at: number): T {
  return among[Math.floor(at * among.length)] ?? among[0];
}
