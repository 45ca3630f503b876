import { move } from 'piscina';
import { landPart } from './land-bytes.ts';
import type { PartToLand } from './land-records.ts';

/** What piscina asks a result for that changes hands; its types name them wrongly. */
const TRANSFERABLE = Symbol.for('Piscina.transferable');
const VALUE = Symbol.for('Piscina.valueOf');

/** Worker thread entry. The bytes change hands without being copied. */
export default function run(part: PartToLand): unknown {
  const landed = landPart(part);
  const moved = { [TRANSFERABLE]: landed.bytes.buffer, [VALUE]: landed };
  return move(moved as unknown as ArrayBuffer);
}
