import type { LandedPart } from '../kit/connector.ts';
import { type PartToLand, landPart } from './land-bytes.ts';

/** Worker thread entry. */
export default function run(part: PartToLand): LandedPart {
  return landPart(part);
}
