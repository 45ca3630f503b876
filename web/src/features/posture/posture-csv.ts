import type { PostureFragment } from '../../gql/graphql.ts';
import { downloadCsv } from '../../ui/csv.ts';
import { COUNTS } from './words.ts';

/** Hands the person a CSV file of days, with a column for each component that any of them has. */
export function downloadPosture(name: string, days: readonly PostureFragment[]): void {
  const codes = [...new Set(days.flatMap(({ components }) => components.map(({ code }) => code)))];
  downloadCsv(
    name,
    ['day', 'department', 'score', ...codes.map((code) => code.toLowerCase()), ...COUNTS.map((count) => count.name)],
    days.map((each) => [
      each.day,
      each.department,
      each.score,
      ...codes.map((code) => each.components.find((component) => component.code === code)?.value ?? null),
      ...COUNTS.map((count) => each[count.name]),
    ]),
  );
}
