import type { ReconciliationRow } from './reconciliation.entity.ts';

const number = (value: number): string => value.toLocaleString('en-US');

/** What a comparison comes to, in a sentence. */
export function findingOf({ method, sourceRecords, missing, surplus, problem, quarantinedRecords }: ReconciliationRow): string {
  if (problem != null) return `${problem.message} ${problem.todo}`;
  if (method === 'NONE' || sourceRecords == null) return 'The source could not be asked for all its records, so nothing can be said.';
  const aside = quarantinedRecords === 0 ? '' : ` ${number(quarantinedRecords)} are set aside, each with its reason.`;
  if (missing === 0 && surplus === 0) return `All ${number(sourceRecords)} records of the source are here.${aside}`;
  const parts = [
    ...(missing === 0
      ? []
      : [`${number(missing)} records of the source are not here: they came since the last sync, or it passed them over`]),
    ...(surplus === 0 ? [] : [`${number(surplus)} that are here are gone from the source`]),
  ];
  return `${parts.join('; ')}. Sync the connection completely.${aside}`;
}
