import { createHash } from 'node:crypto';
import { snakeCase } from '../matching/words.ts';

const MAX_BYTES = 50;
const RESERVED = [
  'id',
  'source_object_id',
  'source_key',
  'updated_at',
  'golden_id',
  'golden_members',
  'tableoid',
  'xmin',
  'xmax',
  'cmin',
  'cmax',
  'ctid',
];

/** A PostgreSQL identifier made of a name: snake case, ASCII, at most 50 bytes (longer ones end in a hash). */
export function identifierOf(name: string): string {
  const plain = snakeCase(name).replace(/[^a-z0-9_]/g, '') || 'c';
  const safe = /^[a-z]/.test(plain) ? plain : `c_${plain}`;
  return safe.length <= MAX_BYTES ? safe : `${safe.slice(0, MAX_BYTES - 9)}_${createHash('sha1').update(safe).digest('hex').slice(0, 8)}`;
}

/** Table of an entity type. */
export function tableOf(entity: string): string {
  return `e_${identifierOf(entity)}`;
}

/** Hands out the columns of one table, each once; names given before are given again. */
export class ColumnNames {
  private readonly taken = new Set(RESERVED);

  constructor(previous: Iterable<string>) {
    for (const column of previous) this.taken.add(column);
  }

  /** A free column for an attribute. */
  attribute(name: string): string {
    const base = identifierOf(name);
    return this.claim((n) => [n === 1 ? base : `${base}_${n}`]).join('');
  }

  /** Two free columns for a relation: the target's id, and the value at the source. */
  relation(name: string): { column: string; sourceColumn: string } {
    const base = identifierOf(name);
    const [column = '', sourceColumn = ''] = this.claim((n) =>
      n === 1 ? [`${base}_id`, `${base}_source`] : [`${base}_${n}_id`, `${base}_${n}_source`],
    );
    return { column, sourceColumn };
  }

  private claim(candidates: (n: number) => string[]): string[] {
    for (let n = 1; ; n += 1) {
      const names = candidates(n);
      if (names.some((name) => this.taken.has(name))) continue;
      for (const name of names) this.taken.add(name);
      return names;
    }
  }
}
