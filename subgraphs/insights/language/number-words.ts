const WORDS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  fifty: 50,
  hundred: 100,
  thousand: 1_000,
  dozen: 12,
};

/** A number said in words, up to a thousand; null for any other word. */
export function numberWord(lower: string): number | null {
  return Object.hasOwn(WORDS, lower) ? (WORDS[lower] ?? null) : null;
}

const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1_000,
  thousands: 1_000,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  k: 1e3,
};

/** The factor of a scale word behind a number (`2 million`); null when it is none. */
export function scaleWord(lower: string): number | null {
  return Object.hasOwn(SCALES, lower) ? (SCALES[lower] ?? null) : null;
}
