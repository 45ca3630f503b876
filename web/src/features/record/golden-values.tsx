import { Pencil, Undo2, Waypoints } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { ClearOverrideDocument } from '../../gql/graphql.ts';
import type { RecordDetailQuery } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatCell, formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { lineagePath } from '../lineage/kinds.ts';
import { OverrideSheet } from './override-sheet.tsx';
import { RULES } from './rules.ts';

export type GoldenRecord = NonNullable<RecordDetailQuery['record']>;
type Provenance = GoldenRecord['provenance'][number];
type Attribute = GoldenRecord['entityType']['attributes'][number];

interface Row {
  attribute: Attribute;
  provenance: Provenance | null;
}

/** Where a value is from, in words. */
function From({ provenance }: { provenance: Provenance | null }) {
  if (!provenance) return <span className="text-muted">–</span>;
  const { overridden, member, fields, rule, reason, others } = provenance;
  return (
    <div className="grid max-w-[60ch] gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {overridden ? <Badge tone="accent">set by {overridden.by.displayName}</Badge> : rule ? <Badge>{RULES[rule].word}</Badge> : null}
        {overridden ? <span className="text-sm text-muted">{formatMoment(overridden.at)}</span> : null}
        {member && !overridden ? (
          <span className="text-sm">
            {member.connection.name} ·{' '}
            <span className="font-mono text-xs">{[member.object.name, fields.join(' + ')].filter(Boolean).join('.')}</span>
          </span>
        ) : null}
      </p>
      <p className="text-sm text-muted">{reason}</p>
      {others.length > 0 ? (
        <Disclosure summary={`${others.length} other ${others.length === 1 ? 'value' : 'values'}`}>
          <ul className="grid gap-1 text-sm">
            {others.map((other) => (
              <li key={`${other.member.id} ${other.value}`}>
                {other.value} <span className="text-muted">– {other.member.connection.name}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}

/** Each value of a record, where it is from and why it and no other; people's own values stand above all. */
export function GoldenValues({ record, refresh }: { record: GoldenRecord; refresh: () => void }) {
  const run = useRun();
  const may = useMay('records.correct');
  const [editing, setEditing] = useState<Attribute | null>(null);
  const by = new Map(record.provenance.map((each) => [each.attribute, each]));
  const rows = record.entityType.attributes.map((attribute): Row => ({ attribute, provenance: by.get(attribute.name) ?? null }));
  const clear = async (attribute: Attribute) => {
    const outcome = await run(ClearOverrideDocument, { recordId: record.id, attribute: attribute.name });
    refresh();
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    const result = outcome.data.clearOverride;
    if (result.__typename === 'InputRefused') {
      const problem = problemOfRefusal(result.problems);
      return notify('error', problem.message, problem.todo);
    }
    return notify('success', 'The value comes from the sources again', attribute.label);
  };
  return (
    <section className="grid gap-3">
      <h2 className="text-md font-semibold">Values</h2>
      <DataTable
        label="Values"
        rows={rows}
        rowKey={({ attribute }) => attribute.name}
        columns={[
          { name: 'Attribute', cell: ({ attribute }) => <span className="text-muted">{attribute.label}</span> },
          {
            name: 'Value',
            cell: ({ attribute }) => (
              <span className="block max-w-[36ch] font-medium break-words" data-value={attribute.name}>
                {formatCell(record.values[attribute.name], attribute.type === 'PERCENT' ? 'PERCENT' : null)}
              </span>
            ),
          },
          { name: 'Where it is from', cell: ({ provenance }) => <From provenance={provenance} /> },
          {
            name: 'Do',
            cell: ({ attribute, provenance }) => (
              <span className="flex">
                {may && !record.masked.includes(attribute.name) ? (
                  <IconButton label={`Set ${attribute.label}`} onClick={() => setEditing(attribute)}>
                    <Pencil aria-hidden size={15} />
                  </IconButton>
                ) : null}
                {may && provenance?.overridden ? (
                  <IconButton label={`Take ${attribute.label} from the sources again`} onClick={() => void clear(attribute)}>
                    <Undo2 aria-hidden size={15} />
                  </IconButton>
                ) : null}
                <Link
                  to={lineagePath('VALUE', `${record.id}:${attribute.name}`, 'UP')}
                  aria-label={`Lineage of ${attribute.label}`}
                  title={`Lineage of ${attribute.label}`}
                  data-lineage={attribute.name}
                  className="inline-flex size-9 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-ink"
                >
                  <Waypoints aria-hidden size={15} />
                </Link>
              </span>
            ),
          },
        ]}
      />
      {editing ? <OverrideSheet record={record} attribute={editing} onClose={() => setEditing(null)} refresh={refresh} /> : null}
    </section>
  );
}
