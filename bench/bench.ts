/** What the command line gives a benchmark. */
export interface BenchOptions {
  /** Folder with data to run on; null: the benchmark makes its own. */
  dataFolder: string | null;
  /** Rows of the data it makes itself. */
  rows: number;
  /** `embedded`, or the URL of a PostgreSQL. */
  database: string;
  /** Tells how it goes; results do not belong here. */
  say: (line: string) => void;
}

/** One benchmark; what `run` gives is printed as one JSON object. */
export interface Bench {
  summary: string;
  run(options: BenchOptions): Promise<Readonly<Record<string, number | string>>>;
}
