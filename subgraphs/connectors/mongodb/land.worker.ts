import { type LandedDocuments, type LandingInput, landDocuments } from './land.ts';

/** Worker thread entry: the records of one page. */
export default function run(input: LandingInput): LandedDocuments {
  return landDocuments(input);
}
