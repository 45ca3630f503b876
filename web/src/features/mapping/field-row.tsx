import { Check, ChevronRight } from 'lucide-react';
import type { ProposalFieldsFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { classes } from '../../ui/classes.ts';
import { CONTROL } from '../../ui/field.tsx';
import { formatPercent, plural } from '../../ui/format.ts';
import type { FieldEdit } from './changes.ts';
import { LEVELS } from './levels.ts';
import { FieldDetail } from './field-detail.tsx';
import type { CanonicalEntity, Table } from './table-card.tsx';

export type Field = ProposalFieldsFragment['tables'][number]['fields'][number];
export type SourceField = NonNullable<Table['object']['schema']>['fields'][number];

interface FieldRowProps {
  field: Field;
  source: SourceField | null;
  entity: CanonicalEntity | null;
  edit: FieldEdit | undefined;
  editable: boolean;
  /** The one the keys act upon. */
  current: boolean;
  open: boolean;
  /** Somebody has looked at it and said yes. */
  seen: boolean;
  onOpen: () => void;
  onSeen: () => void;
  onOwn: () => void;
  onEdit: (change: Partial<Omit<FieldEdit, 'tableId'>>) => void;
}

/** The attributes a column may become: the proposed one, the alternatives, then the entity's others; each once. */
export function choicesFor(
  field: Field,
  entity: CanonicalEntity | null,
): { name: string; label: string; group: 'proposed' | 'alternative' | 'other' }[] {
  const seen = new Set([field.attribute]);
  const fresh = (name: string) => !seen.has(name) && Boolean(seen.add(name));
  return [
    { name: field.attribute, label: field.attributeLabel, group: 'proposed' as const },
    ...field.alternatives
      .filter((each) => fresh(each.attribute))
      .map((each) => ({
        name: each.attribute,
        label: `${each.label} (${formatPercent(each.confidence, 0)})`,
        group: 'alternative' as const,
      })),
    ...(entity?.attributes ?? [])
      .filter((each) => fresh(each.name))
      .map((each) => ({ name: each.name, label: each.label, group: 'other' as const })),
  ];
}

/** One column: its name and examples, the attribute it becomes, and how sure that is; opened, all that speaks for it. */
export function FieldRow({ field, source, entity, edit, editable, current, open, seen, onOpen, onSeen, onOwn, onEdit }: FieldRowProps) {
  const leftOut = edit?.leaveOut ?? field.leftOut;
  const chosen = edit?.attribute ?? field.attribute;
  const choices = choicesFor(field, entity);
  const option = (each: (typeof choices)[number]) => (
    <option key={each.name} value={each.name}>
      {each.label}
    </option>
  );
  const alternatives = choices.filter((each) => each.group === 'alternative');
  const others = choices.filter((each) => each.group === 'other');
  return (
    <li
      data-field={field.column}
      data-attribute={chosen}
      data-current={current || undefined}
      data-seen={seen || undefined}
      data-left-out={leftOut || undefined}
      className={classes('border-l-2 px-4 py-3', current ? 'border-accent bg-raised' : 'border-transparent')}
    >
      <div className="grid items-start gap-x-5 gap-y-2 md:grid-cols-[minmax(160px,1.2fr)_minmax(180px,1.1fr)_170px_auto]">
        <button
          type="button"
          aria-expanded={open}
          onClick={onOpen}
          className="grid min-w-0 grid-cols-[16px_minmax(0,1fr)] gap-x-1.5 rounded-sm text-left md:pt-2"
        >
          <ChevronRight aria-hidden size={15} className={classes('mt-0.5 text-muted transition-transform', open && 'rotate-90')} />
          <span className="grid gap-0.5">
            <span className="truncate font-mono text-sm font-medium">{field.column}</span>
            {source && source.examples.length > 0 ? (
              <span className="truncate text-xs text-muted">{source.examples.slice(0, 3).join(' · ')}</span>
            ) : null}
          </span>
        </button>
        <div className="grid min-w-0 gap-1">
          {leftOut ? (
            <span className="text-muted md:pt-2">feeds nothing</span>
          ) : editable && choices.length > 1 ? (
            <select
              aria-label={`What ${field.column} is`}
              value={chosen}
              onChange={(event) => onEdit({ attribute: event.target.value === field.attribute ? null : event.target.value })}
              className={CONTROL}
            >
              {choices.some(({ name }) => name === chosen) ? null : <option value={chosen}>{chosen} (your own)</option>}
              {choices.filter((each) => each.group === 'proposed').map(option)}
              {alternatives.length > 0 ? <optgroup label="Also likely">{alternatives.map(option)}</optgroup> : null}
              {others.length > 0 ? <optgroup label={`Others of ${entity?.label ?? 'the entity'}`}>{others.map(option)}</optgroup> : null}
            </select>
          ) : (
            <span className="font-medium md:pt-2">{field.attributeLabel}</span>
          )}
          <span className={leftOut ? 'hidden' : 'flex flex-wrap gap-1.5'}>
            <Badge>{(edit?.type ?? field.type).toLowerCase()}</Badge>
            <Badge tone={LEVELS[field.level].tone}>{LEVELS[field.level].word}</Badge>
            {field.learned ? <Badge tone="accent">learned from {plural(field.learned.decisions, 'decision')}</Badge> : null}
            {field.canonical ? null : <Badge>your own attribute</Badge>}
            {field.relatesTo ? <Badge tone="accent">leads to {field.relatesTo}</Badge> : null}
            {edit?.transforms ? <Badge tone="accent">changed on the way</Badge> : null}
          </span>
        </div>
        <div className="flex flex-wrap gap-2 md:pt-2">
          {leftOut ? (
            <Badge tone="warning">left out</Badge>
          ) : edit ? (
            <Badge tone="accent">your choice</Badge>
          ) : (
            <ConfidenceMark score={field.confidence} />
          )}
          {seen ? (
            <Badge tone="good">
              <Check aria-hidden size={12} /> looked at
            </Badge>
          ) : null}
        </div>
        {editable ? (
          <div className="flex gap-1.5 md:pt-0.5">
            <Button onClick={onSeen} title="Right as it is (a)">
              Right
            </Button>
            <Button look="quiet" onClick={onOwn} title="None of these: keep it as an attribute of your own (r)">
              None
            </Button>
            <Button
              look="quiet"
              aria-pressed={leftOut}
              data-leave-out={field.column}
              title="It feeds nothing: leave the column out (x)"
              onClick={() => onEdit({ leaveOut: leftOut === field.leftOut ? !leftOut : null })}
            >
              {leftOut ? 'Take in' : 'Leave out'}
            </Button>
          </div>
        ) : null}
      </div>
      {open ? (
        <FieldDetail field={field} source={source} entity={entity} edit={edit} editable={editable} chosen={chosen} onEdit={onEdit} />
      ) : null}
    </li>
  );
}
