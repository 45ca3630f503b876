import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { ModelAttribute } from '../../../schema/events/semantic-model.ts';
import type { MaskMode } from './data-rule.ts';

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  TEXT: 'text',
  INTEGER: 'bigint',
  DECIMAL: 'numeric',
  MONEY: 'numeric',
  PERCENT: 'numeric',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'timestamptz',
};
/** Block of SHA-256, which HMAC pads its key to (RFC 2104). */
const BLOCK_BYTES = 64;
/** 64 bits: values that differ look different. */
const PSEUDONYM_CHARACTERS = 16;

/** A masked column's value as those see it whom the mask applies to: null, or text. */
export function maskedValue(attribute: ModelAttribute, column: RawBuilder<unknown>, mode: MaskMode, key: string): RawBuilder<unknown> {
  switch (mode) {
    case 'HIDE':
      return sql`null::${sql.raw(SQL_TYPES[attribute.type])}`;
    case 'PSEUDONYM':
      return pseudonym(column, key);
    case 'PARTIAL':
      return partial(attribute, column);
  }
}

/** HMAC-SHA-256 of the value without regard to case and blanks around it: equal values stay equal, wherever in the tenant they are. */
function pseudonym(column: RawBuilder<unknown>, key: string): RawBuilder<unknown> {
  const block = Buffer.alloc(BLOCK_BYTES);
  createHash('sha256').update(key).digest().copy(block);
  const padded = (byte: number): RawBuilder<unknown> =>
    sql`decode(${Buffer.from(block.map((each) => each ^ byte)).toString('hex')}::text, 'hex')`;
  const text = sql`convert_to(lower(btrim(${column}::text)), 'UTF8')`;
  const digest = sql`encode(sha256(${padded(0x5c)} || sha256(${padded(0x36)} || ${text})), 'hex')`;
  return sql`('~' || left(${digest}, ${sql.lit(PSEUDONYM_CHARACTERS)}))`;
}

/** What of a value may be shown: a first letter and a domain, last digits, a size, a year. */
function partial({ type, semantic }: ModelAttribute, column: RawBuilder<unknown>): RawBuilder<unknown> {
  if (type === 'DATE') return sql`to_char(${column}, 'YYYY')`;
  if (type === 'DATETIME') return sql`to_char(${column} at time zone 'UTC', 'YYYY')`;
  if (type === 'BOOLEAN') return sql`case when ${column} is not null then '***' end`;
  if (semantic === 'PHONE') return sql`('***' || right(${column}::text, 2))`;
  if (type === 'TEXT') {
    const domain = semantic === 'EMAIL' ? sql`coalesce(substring(${column} from '@[^@]*$'), '')` : sql`''`;
    return sql`(left(${column}, 1) || '***' || ${domain})`;
  }
  // One digit that counts: 83 450 is about 80 000.
  const number = sql`${column}::numeric`;
  return sql`case when ${number} = 0 then '0' else '≈ ' || trim_scale(round(${number}, -floor(log(abs(${number})))::int))::text end`;
}
