import { type RawBuilder, sql } from 'kysely';
import { NOTE_CHANGES } from './define-changes.ts';

/** For the rest of the transaction nothing is noted of what is written: for who fills whole tables and has said so by `wholeChanged`. */
export const unnoted = sql`select set_config(${NOTE_CHANGES}, 'off', true)`;

/** Notes that anything of an entity type may have changed. The table of changes must be there: it is, when the type was published. */
export const wholeChanged = (entity: string): RawBuilder<unknown> =>
  sql`insert into record_change (entity, kind) values (${entity}, 'WHOLE')`;
