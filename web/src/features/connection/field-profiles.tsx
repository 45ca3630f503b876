import type { SourceObjectDetailQuery } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, formatPercent } from '../../ui/format.ts';
import { FieldSketch } from './field-sketch.tsx';
import { FIELD_TYPES } from './field-types.ts';
import { ShareBar } from './share-bar.tsx';

type SourceField = NonNullable<NonNullable<SourceObjectDetailQuery['sourceObject']>['schema']>['fields'][number];

interface FieldProfilesProps {
  fields: readonly SourceField[];
  rows: number;
  /** A few of the records, for a sketch of how values lie. */
  sample: readonly Record<string, unknown>[];
}

/** The columns of a table with what their values look like. */
export function FieldProfiles({ fields, rows, sample }: FieldProfilesProps) {
  if (fields.length === 0) return <p className="text-muted">No column is called like that.</p>;
  const share = (count: number) => (rows > 0 ? Math.min(1, count / rows) : 0);
  return (
    <DataTable
      label="Columns"
      rows={fields}
      rowKey={(field) => field.name}
      columns={[
        {
          name: 'Column',
          cell: (field) => (
            <span className="grid max-w-[34ch] min-w-36 gap-0.5">
              <span className="font-mono text-sm font-medium break-words">{field.name}</span>
              {field.description ? <span className="text-sm text-muted">{field.description}</span> : null}
            </span>
          ),
        },
        {
          name: 'Type',
          cell: (field) => (
            <span className="grid justify-items-start gap-1" title={field.evidence.join('\n')}>
              <Badge tone="accent">{FIELD_TYPES[field.type]}</Badge>
              {field.format ? <span className="text-xs text-muted">written {field.format}</span> : null}
              {field.currency ? <span className="text-xs text-muted">{field.currency}</span> : null}
            </span>
          ),
        },
        {
          name: 'Filled',
          cell: (field) => (
            <ShareBar
              value={1 - share(field.blankCount)}
              note={field.blankCount === 0 ? 'always' : `${formatCount(field.blankCount)} blank`}
            />
          ),
        },
        {
          name: 'Distinct',
          cell: (field) => (
            <ShareBar
              value={share(field.distinctCount)}
              note={`${formatCount(field.distinctCount)} · ${formatPercent(share(field.distinctCount), 0)}`}
            />
          ),
        },
        ...(sample.length > 0
          ? [
              {
                name: `How they lie, in ${sample.length} records`,
                cell: (field: SourceField) => <FieldSketch values={sample.map((record) => record[field.name])} />,
              },
            ]
          : []),
        {
          name: 'Examples',
          cell: (field) => (
            <span className="flex max-w-[46ch] flex-wrap gap-1">
              {field.examples.slice(0, 5).map((example) => (
                <code key={example} className="max-w-[24ch] truncate rounded-sm bg-raised px-1.5 py-px font-mono text-xs" title={example}>
                  {example}
                </code>
              ))}
              {field.examples.length === 0 ? <span className="text-sm text-muted">none</span> : null}
            </span>
          ),
        },
      ]}
    />
  );
}
