import { type LandedRows, type LandingInput, landRows } from './land.ts';

/** Worker thread entry: the records of one page. */
export default function run(input: LandingInput): LandedRows {
  return landRows(input);
}
