import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { recordFindings, type FoundThere } from '../../kernel/privacy/findings.ts';
import type { ColumnClass, ScreenTally } from '../../kernel/privacy/screening/screening.ts';
import type { FoundColumn } from '../kit/connector.ts';
import { type Ingress, isReported } from './ingress.ts';

/** The connection and the table that something was found in. */
export interface FoundIn {
  connectionId: string;
  connectionName: string;
  objectId: string;
  objectName: string;
}

/** Tells the report what the columns of a table hold, as far as samples say. */
export function reportClasses(
  unit: UnitOfWork,
  where: FoundIn,
  columns: readonly Pick<FoundColumn, 'name' | 'profile'>[],
  classes: readonly ColumnClass[],
  { policy }: Ingress,
  now: Date,
): Promise<void> {
  const found = classes.flatMap(({ column, type, share, confidence }): FoundThere[] => {
    const profile = columns.find((each) => each.name === column)?.profile;
    if (profile === undefined || !isReported(policy, type)) return [];
    const count = Math.max(1, Math.round((profile.rows - profile.blanks) * share));
    return [{ ...placeOf(where, column), type, count, estimated: true, confidence, action: policy.actionOf(type) }];
  });
  return recordFindings(unit, found, 'REPLACE', now);
}

/** Tells the report what was found value by value. `whole`: all of the table was read. */
export function reportTallies(unit: UnitOfWork, where: FoundIn, tallies: readonly ScreenTally[], whole: boolean, now: Date): Promise<void> {
  const found = tallies.map(({ column, type, action, count, confidence }): FoundThere => ({ ...placeOf(where, column), type, count, estimated: false, confidence, action })); // prettier-ignore
  return recordFindings(unit, found, whole ? 'REPLACE' : 'ADD', now);
}

const placeOf = ({ connectionId, connectionName, objectId, objectName }: FoundIn, columnName: string) =>
  ({ source: 'CONNECTION', sourceId: connectionId, sourceName: connectionName, objectId, objectName, columnName }) as const;
