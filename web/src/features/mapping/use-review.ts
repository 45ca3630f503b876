import { useMemo, useState } from 'react';
import type { ProposalFieldsFragment } from '../../gql/graphql.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { useKeys } from '../../ui/use-keys.ts';
import type { FieldEdit, MappingEdits } from './changes.ts';
import type { Field } from './field-row.tsx';
import type { FieldActs } from './table-card.tsx';

type Change = Partial<Omit<FieldEdit, 'tableId'>>;

interface ReviewState {
  proposal: ProposalFieldsFragment;
  edits: MappingEdits;
  active: boolean;
  edit: (fieldId: string, tableId: string, change: Change) => void;
  /** Name of an attribute of one's own for a column. */
  own: (column: string) => string;
}

/** Which columns are shown, which one the keys act upon, which are open and which somebody has looked at. */
export interface Reviewing {
  only: string;
  setOnly: (only: string) => void;
  counts: Readonly<Record<'all' | 'review' | 'mine', number>>;
  shown: ReadonlySet<string>;
  at: string | null;
  open: ReadonlySet<string>;
  seen: ReadonlySet<string>;
  acts: FieldActs;
}

const unsure = (field: Field) => field.level !== 'AUTO';

/** Going through a proposal column by column: j and k move, o opens, a says right, r says none of these, x leaves out, 1 to 3 take an alternative. */
export function useReview({ proposal, edits, active, edit, own }: ReviewState): Reviewing {
  const [{ only, field: at }, set] = useSearchState(['only', 'field']);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(
    () =>
      proposal.tables
        .filter((table) => (edits.tables.get(table.id) ?? table.entityName) === table.entityName)
        .flatMap((table) => table.fields.map((field) => ({ field, tableId: table.id }))),
    [proposal, edits.tables],
  );
  const listed = all.filter(({ field }) => (only === 'review' ? unsure(field) : only === 'mine' ? edits.fields.has(field.id) : true));
  const index = listed.findIndex(({ field }) => field.id === at);
  const current = listed[index];

  const go = (step: number) => {
    const next = listed[Math.min(listed.length - 1, Math.max(0, index + step))];
    if (!next) return;
    set({ field: next.field.id });
    requestAnimationFrame(() => document.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' }));
  };
  const by = (fieldId: string) => all.find(({ field }) => field.id === fieldId);
  const look = (fieldId: string) => setSeen((now) => new Set(now).add(fieldId));
  const acts: FieldActs = {
    open(fieldId) {
      set({ field: fieldId });
      setOpen((now) => (now.has(fieldId) ? new Set([...now].filter((each) => each !== fieldId)) : new Set(now).add(fieldId)));
    },
    right: look,
    none(fieldId) {
      const found = by(fieldId);
      if (!found) return;
      edit(fieldId, found.tableId, { attribute: own(found.field.column) });
      look(fieldId);
    },
    edit(fieldId, change) {
      const found = by(fieldId);
      if (found) edit(fieldId, found.tableId, change);
    },
  };
  const take = (place: number) => {
    const other = current?.field.alternatives[place];
    if (current && other) acts.edit(current.field.id, { attribute: other.attribute });
  };
  useKeys(
    {
      j: () => go(1),
      k: () => go(-1),
      a() {
        if (current) look(current.field.id);
        go(1);
      },
      r() {
        if (current) acts.none(current.field.id);
        go(1);
      },
      x() {
        if (!current) return;
        const now = edits.fields.get(current.field.id)?.leaveOut ?? null;
        acts.edit(current.field.id, { leaveOut: now === null ? !current.field.leftOut : null });
      },
      o() {
        if (current) acts.open(current.field.id);
      },
      1: () => take(0),
      2: () => take(1),
      3: () => take(2),
    },
    active,
  );
  return {
    only,
    setOnly: (next) => set({ only: next }),
    counts: { all: all.length, review: all.filter(({ field }) => unsure(field)).length, mine: edits.fields.size },
    shown: new Set(listed.map(({ field }) => field.id)),
    at: current?.field.id ?? null,
    open,
    seen,
    acts,
  };
}
