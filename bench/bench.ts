/** One option of a benchmark: a text or a whole number (`--name value`), or a flag (`--name`). */
export type BenchOption =
  | { kind: 'TEXT'; fallback: string | null; about: string }
  | { kind: 'NUMBER'; fallback: number; minimum: number; about: string }
  | { kind: 'FLAG'; about: string };

/** What the command line gave a benchmark. Each reader throws for a name that the benchmark did not declare with that kind. */
export interface Given {
  text: (name: string) => string | null;
  number: (name: string) => number;
  flag: (name: string) => boolean;
  /** Tells how it goes; results do not belong here. */
  say: (line: string) => void;
}

/** One benchmark; what `run` gives is printed last, as one JSON object. */
export interface Bench {
  summary: string;
  /** By name, without dashes. */
  options: Readonly<Record<string, BenchOption>>;
  run(given: Given): Promise<Readonly<Record<string, unknown>>>;
}
