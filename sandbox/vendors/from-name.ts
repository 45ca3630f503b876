import { type CompanyName, type NameStyle, nameIn } from '../company/names.ts';
import { randomOf } from '../company/random.ts';

/** An account's name as one system has it: the same one whenever it is asked for, whoever else there is. */
export function nameAt(seed: string, style: NameStyle, account: number, name: CompanyName): string {
  return nameIn(style, name, randomOf(`${seed}:${style}:${account}`));
}
