import { ArrowRight } from 'lucide-react';
import { useId } from 'react';
import type { CanonicalEntitiesQuery, ProposalFieldsFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { plural } from '../../ui/format.ts';
import { Quarantine } from '../connect/quarantine.tsx';
import { ownEntityName } from './changes.ts';
import type { FieldEdit, MappingEdits } from './changes.ts';
import { FieldRow } from './field-row.tsx';
import { Unpivot } from './unpivot.tsx';

export type Table = ProposalFieldsFragment['tables'][number];
export type CanonicalEntity = CanonicalEntitiesQuery['canonicalEntities'][number];

interface TableCardProps {
  table: Table;
  entities: readonly CanonicalEntity[];
  edits: MappingEdits;
  editable: boolean;
  /** Columns that are shown, by their ids. */
  shown: ReadonlySet<string>;
  at: string | null;
  open: ReadonlySet<string>;
  seen: ReadonlySet<string>;
  onEntity: (name: string) => void;
  onUnpivot: (unpivot: boolean) => void;
  on: FieldActs;
}

/** What can be done with a column. */
export interface FieldActs {
  open: (fieldId: string) => void;
  right: (fieldId: string) => void;
  none: (fieldId: string) => void;
  edit: (fieldId: string, change: Partial<Omit<FieldEdit, 'tableId'>>) => void;
}

/** One table: what it is, and what each of its columns is. */
export function TableCard({ table, entities, edits, editable, shown, at, open, seen, onEntity, onUnpivot, on }: TableCardProps) {
  const id = useId();
  const chosen = edits.tables.get(table.id) ?? table.entityName;
  const own = ownEntityName(table.object.name);
  const entity = entities.find((each) => each.name === chosen) ?? null;
  const others = entities.filter((each) => each.name !== table.entityName);
  return (
    <section className="panel min-w-0" aria-labelledby={`${id}-name`} data-table={table.object.name}>
      <div className="grid gap-3 border-b border-line p-5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h2 id={`${id}-name`} className="text-md font-semibold">
            {table.object.name}
          </h2>
          <ArrowRight aria-hidden size={16} className="text-muted" />
          {editable ? (
            <select
              aria-label={`What ${table.object.name} is`}
              value={chosen}
              onChange={(event) => onEntity(event.target.value)}
              className={`${CONTROL} !w-auto max-w-64 font-medium`}
            >
              <option value={table.entityName}>
                {table.entityLabel}
                {table.adopted ? ' (your own type)' : ''}
              </option>
              {others.length > 0 ? (
                <optgroup label="Business entities">
                  {others.map((each) => (
                    <option key={each.name} value={each.name}>
                      {each.label}
                    </option>
                  ))}
                </optgroup>
              ) : null}
              {table.adopted ? null : (
                <optgroup label="Your own type">
                  <option value={own}>{own}</option>
                </optgroup>
              )}
            </select>
          ) : (
            <span className="text-md font-semibold">{table.entityLabel}</span>
          )}
          {chosen === table.entityName ? <ConfidenceMark score={table.confidence} /> : <Badge tone="accent">your choice</Badge>}
          {table.adopted && chosen === table.entityName ? <Badge>your own type</Badge> : null}
        </div>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-1 text-sm">
          <span className="py-1.5 text-muted">{plural(table.object.rowCount, 'row')}</span>
          {table.evidence.length > 0 ? (
            <Disclosure summary="Why">
              <ul className="grid list-disc gap-1 pl-4">
                {table.evidence.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Disclosure>
          ) : null}
          <Quarantine objectId={table.object.id} count={table.object.quarantinedCount} />
        </div>
        <Unpivot table={table} edits={edits} editable={editable} onUnpivot={onUnpivot} />
        {chosen === table.entityName ? null : (
          <p className="text-sm text-muted">Its columns are matched to {entity?.label ?? chosen} when you accept.</p>
        )}
      </div>
      {chosen === table.entityName ? (
        <ul aria-label={`Columns of ${table.object.name}`} className="divide-y divide-line">
          {table.fields
            .filter(({ id: fieldId }) => shown.has(fieldId))
            .map((field) => (
              <FieldRow
                key={field.id}
                field={field}
                source={table.object.schema?.fields.find((each) => each.name === field.column) ?? null}
                entity={entity}
                edit={edits.fields.get(field.id)}
                editable={editable}
                current={at === field.id}
                open={open.has(field.id)}
                seen={seen.has(field.id)}
                onOpen={() => on.open(field.id)}
                onSeen={() => on.right(field.id)}
                onOwn={() => on.none(field.id)}
                onEdit={(change) => on.edit(field.id, change)}
              />
            ))}
        </ul>
      ) : null}
    </section>
  );
}
