/** Thrown while a metric is bound: what the data lacks, in people's words. */
export class Missing extends Error {
  readonly what: string;
  constructor(what: string) {
    super(what);
    this.what = what;
  }
}
