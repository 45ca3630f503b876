import Piscina from 'piscina';
import { type PartToLand, landPart } from './land-bytes.ts';

/** Worker thread entry. The bytes change hands without being copied. */
export default function run(part: PartToLand): unknown {
  const landed = landPart(part);
  return Piscina.move({
    [Piscina.transferableSymbol]: landed.bytes.buffer,
    [Piscina.valueSymbol]: landed,
  });
}
