import { ChangeSetType, type ChangeSet, type EntityMetadata, type EventSubscriber, type FlushEventArgs } from '@mikro-orm/core';
import type { AuditFields, AuditNote } from './audit-note.ts';
import { currentNotes } from './auditing.ts';
import { isAudited } from './exempt.ts';
import { shownFields, shownValue } from './shown-fields.ts';

export type Change = 'created' | 'changed' | 'removed';

/** Of primary keys. */
const SECRET_ID = /hash|secret|token|code/i;

/** Notes every row that MikroORM writes. */
export const changeSubscriber: EventSubscriber = {
  onFlush({ uow }: FlushEventArgs) {
    const notes = currentNotes();
    if (notes === null) return;
    for (const set of uow.getChangeSets()) {
      if (!isAudited(set.meta.className)) continue;
      const note = noteOf(set);
      if (note !== null) notes.add(note);
    }
  },
};

function noteOf(set: ChangeSet<object>): AuditNote | null {
  const { meta, entity } = set;
  const original = set.originalEntity ?? null;
  switch (set.type) {
    case ChangeSetType.CREATE:
      return noteFor(meta, 'created', entity as AuditFields, { before: null, after: rowFields(meta, entity as AuditFields) });
    case ChangeSetType.UPDATE:
    case ChangeSetType.UPDATE_EARLY: {
      const names = Object.keys(set.payload).filter((name) => isColumn(meta, name));
      if (names.length === 0) return null;
      return noteFor(meta, 'changed', entity as AuditFields, {
        before: original === null ? null : picked(original, names),
        after: picked(entity as AuditFields, names),
      });
    }
    case ChangeSetType.DELETE:
    case ChangeSetType.DELETE_EARLY:
      return noteFor(meta, 'removed', entity as AuditFields, { before: rowFields(meta, original ?? (entity as AuditFields)), after: null });
  }
}

/** @param row names the row by its primary key */
export function noteFor(
  meta: EntityMetadata,
  change: Change,
  row: AuditFields,
  { before, after }: Pick<AuditNote, 'before' | 'after'>,
): AuditNote {
  const type = meta.className.replace(/Row$/, '');
  const hidden = new Set(meta.props.filter((property) => property.hidden === true).map(({ name }): string => name));
  return {
    action: `${kebab(type)}.${change}`,
    subject: { type, id: idOf(meta, row) },
    before: before === null ? null : shownFields(before, hidden),
    after: after === null ? null : shownFields(after, hidden),
  };
}

/** The columns of a row, without the tenant's: everything here is one tenant's. */
export function rowFields(meta: EntityMetadata, row: AuditFields): AuditFields {
  return picked(
    row,
    Object.keys(meta.properties).filter((name) => name in row && isColumn(meta, name)),
  );
}

export function picked(fields: AuditFields, names: readonly string[]): AuditFields {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}

function isColumn(meta: EntityMetadata, name: string): boolean {
  return name !== 'tenantId' && meta.properties[name as never] !== undefined;
}

/** Of a primary key that is a secret's hash nothing is shown. */
function idOf(meta: EntityMetadata, row: AuditFields): string {
  const names = meta.primaryKeys.filter((name) => name !== 'tenantId');
  const hidden = new Set(names.filter((name) => SECRET_ID.test(name)));
  return names
    .map((name) => (hidden.has(name) ? '(hidden)' : JSON.stringify(shownValue(row[name], 0)).replace(/^"|"$/g, '')))
    .join(' ')
    .slice(0, 200);
}

function kebab(type: string): string {
  return type.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '-').toLowerCase();
}
