import { commonErrors } from '../../kernel/errors/common.errors.ts';

/** What comes after a cursor of [time, id] in a list that has the newest first. @throws BAD_CURSOR */
export function beforeOf([at, id]: readonly (string | number | null)[], column: string): object[] {
  const time = new Date(String(at));
  if (Number.isNaN(time.getTime()) || typeof id !== 'string') throw commonErrors.BAD_CURSOR({});
  return [{ [column]: { $lt: time } }, { [column]: time, id: { $lt: id } }];
}
