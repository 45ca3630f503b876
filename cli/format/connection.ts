import type { SourceObject, SyncRun } from '../graph/connections.ts';
import type { MappingProposal } from '../graph/mapping.ts';
import { count, formatNumber, formatPercent } from './numbers.ts';
import type { Style } from './style.ts';
import { indent, printable, table } from './table.ts';

/** One line on how far a synchronisation is. */
export function syncLine(run: SyncRun): string {
  const share = formatPercent(whole(Math.min(1, Math.max(0, run.progress)))).padStart(5);
  const phase = { DISCOVERING: 'looking through the source', LANDING: 'landing rows', FINISHED: 'finished' }[run.phase];
  return `${share}  ${phase}  ${formatNumber(run.recordsLanded)} rows${run.recordsQuarantined > 0 ? `, ${formatNumber(run.recordsQuarantined)} set aside` : ''}`;
}

/** What the source held: tables with their rows, and what is no table, with the reason. */
export function objectsText(objects: SourceObject[], style: Style, pathLabel: string): string {
  const tables = objects.filter((object) => object.status === 'READY');
  const skipped = objects.filter((object) => object.status === 'SKIPPED');
  const columns = [
    { label: 'Table' },
    { label: 'Rows', align: 'right' as const },
    { label: 'Set aside', align: 'right' as const },
    { label: pathLabel, maxWidth: 60 },
  ];
  const rows = tables.map((object) => [object.name, formatNumber(object.rowCount), formatNumber(object.quarantinedCount), object.path]);
  const parts = [indent(table(columns, rows))];
  if (skipped.length > 0) {
    parts.push(
      style.dim('Not read as tables'),
      ...skipped.map((object) => `  ${printable(object.path)}: ${printable(object.statusReason ?? 'not a table')}`),
    );
  }
  return parts.join('\n');
}

/** The rows that were set aside: how many of each table, and where and why the first ones were. Null when there are none. */
export function quarantineText(objects: SourceObject[], style: Style): string | null {
  const affected = objects.filter((object) => object.quarantinedCount > 0);
  if (affected.length === 0) return null;
  const total = affected.reduce((sum, object) => sum + object.quarantinedCount, 0);
  const lines = affected.flatMap((object) => {
    const shown = object.quarantined.nodes.map((row) => `    line ${formatNumber(row.line)}: ${printable(row.reason)} (${row.code})`);
    const more = object.quarantinedCount - shown.length;
    return [
      `  ${printable(object.path)}: ${count(object.quarantinedCount, 'row')}`,
      ...shown,
      ...(more > 0 ? [style.dim(`    … ${formatNumber(more)} more`)] : []),
    ];
  });
  return [style.warn(`${count(total, 'row was', 'rows were')} set aside; nothing of them is lost, and all others are in:`), ...lines].join(
    '\n',
  );
}

/** A proposal table by table, column by column. */
export function proposalText(proposal: MappingProposal, style: Style): string {
  return proposal.tables
    .map((mapped) => {
      const origin = mapped.adopted ? 'your own type' : 'canonical';
      const heading = `${style.bold(printable(mapped.object.name))} → ${style.bold(printable(mapped.entityLabel))} (${origin}, ${formatPercent(whole(mapped.confidence))})`;
      const columns = [{ label: 'Column' }, { label: 'Becomes' }, { label: 'Type' }, { label: 'Confidence', align: 'right' as const }];
      const rows = mapped.fields.map((field) => [
        field.column,
        `${mapped.entityName}.${field.attribute}${field.relatesTo === null ? '' : ` → ${field.relatesTo}`}${field.canonical ? '' : ' *'}`,
        field.type.toLowerCase(),
        formatPercent(whole(field.confidence)),
      ]);
      return `${heading}\n${indent(table(columns, rows))}`;
    })
    .concat(
      proposal.tables.some((mapped) => mapped.fields.some((field) => !field.canonical))
        ? [style.dim('* an attribute of your own, kept under its own name')]
        : [],
    )
    .join('\n\n');
}

/** A fraction to whole hundredths: a confidence is no finer than that. */
function whole(fraction: number): number {
  return Math.round(fraction * 100) / 100;
}
