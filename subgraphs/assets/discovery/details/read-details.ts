import { type Raw, textOf } from '../snapshot/fields.ts';
import type { RecordDetails } from './record-details.ts';

/** Reads what a record of a snapshot says beyond what it is judged by. @param list its place under `planes`, as `finance.contracts` */
export function readDetails(_list: string, raw: Raw): RecordDetails | null {
  const owner = textOf(raw, 'owner', 'owner_email');
  return owner === null ? null : { owner };
}
