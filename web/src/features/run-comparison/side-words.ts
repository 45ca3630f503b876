import type { RunMode } from '../../gql/graphql.ts';
import { formatMoment } from '../../ui/format.ts';

interface Side {
  mode: RunMode | null;
  startedAt: string;
}

/** A run among others: "dry run, 3 May 2026, 10:00". */
export function runWords({ mode, startedAt }: Side): string {
  return `${mode === 'DRY' ? 'dry run' : 'live run'}, ${formatMoment(startedAt)}`;
}

/** What the run that is looked at is called, and the one beside it. */
export function sideWords(one: Side, other: Side): [string, string] {
  const own = one.mode === 'DRY' ? 'This dry run' : 'This run';
  return [own, `the ${runWords(other)}`];
}
