import type { Report } from '../../subgraphs/assets/discovery/report/report.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

/** Assets and refusals that people are shown; programs get all of them. */
const MOST_ASSETS = 200;
const MOST_REFUSED = 20;
/** What needs somebody's attention first. */
const ORDER = ['SHADOW', 'ZOMBIE', 'PARKED', 'CLEAN'] as const;

/** What was discovered as tables: admitted assets, what needs attention first, then what was kept out. */
export function discoveryText(report: Report, style: Style): string {
  return [summary(report, style), assets(report, style), refused(report, style)].filter((part) => part !== '').join('\n\n');
}

function summary({ asOf, counts }: Report, style: Style): string {
  const classes = ORDER.map((name) => `${counts.classes[name].toLocaleString('en-US')} ${name.toLowerCase()}`).join(', ');
  const head = `${counts.assets.toLocaleString('en-US')} assets as of ${asOf.slice(0, 10)}: ${counts.admitted.toLocaleString('en-US')} admitted (${classes}), ${counts.rejected.toLocaleString('en-US')} rejected`;
  const columns = [{ label: 'Plane' }, ...['Read', 'Taken', 'Kept', 'Refused'].map((label) => ({ label, align: 'right' as const }))];
  const rows = Object.entries(counts.planes).map(([plane, { read, taken, kept, refused: out }]) => [
    plane,
    ...[read, taken, kept, out].map((count) => count.toLocaleString('en-US')),
  ]);
  return `${style.bold(head)}\n\n${table(columns, rows)}`;
}

function assets(report: Report, style: Style): string {
  const admitted = report.assets.filter(({ admission }) => admission.admitted);
  const sorted = ORDER.flatMap((name) => admitted.filter((asset) => asset.class === name));
  const columns = [
    { label: 'Asset' },
    { label: 'Class' },
    { label: 'Activity' },
    { label: 'Admitted' },
    { label: 'Risk', align: 'right' as const },
    { label: 'Reasons', maxWidth: 90 },
  ];
  const rows = sorted
    .slice(0, MOST_ASSETS)
    .map((asset) => [
      asset.key,
      asset.class.toLowerCase(),
      asset.activity.toLowerCase(),
      asset.admission.because.toLowerCase(),
      String(Math.round(asset.scores.risk.value)),
      asset.reasons.join(' '),
    ]);
  if (rows.length === 0) return '';
  return more(table(columns, rows), sorted.length - rows.length, style);
}

function refused(report: Report, style: Style): string {
  const several = report.files.length > 1;
  const rows = report.refused
    .slice(0, MOST_REFUSED)
    .map(({ file, place, record, problem, says }) => [several && file !== null ? `${file}: ${place}` : place, record, problem, says]);
  if (rows.length === 0) return '';
  const columns = [{ label: 'Kept out' }, { label: 'Record' }, { label: 'Problem' }, { label: '', maxWidth: 90 }];
  return more(table(columns, rows), Math.max(report.counts.refused, report.refused.length) - rows.length, style);
}

const more = (text: string, count: number, style: Style): string =>
  count > 0 ? `${text}\n${style.dim(`… and ${count.toLocaleString('en-US')} more; --json prints them`)}` : text;
