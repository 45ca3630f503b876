import type { ProposalFieldsFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { formatCount, formatPercent } from '../../ui/format.ts';
import type { CanonicalEntity, Table } from './table-card.tsx';

type Field = ProposalFieldsFragment['tables'][number]['fields'][number];
type SourceField = NonNullable<Table['object']['schema']>['fields'][number];

interface FieldRowProps {
  field: Field;
  source: SourceField | null;
  entity: CanonicalEntity | null;
  chosen: string;
  editable: boolean;
  onAttribute: (attribute: string) => void;
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

/** One column: its name and examples, the attribute it becomes, and how sure that is. */
export function FieldRow({ field, source, entity, chosen, editable, onAttribute }: FieldRowProps) {
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
      className="grid items-start gap-x-5 gap-y-2 px-5 py-3 md:grid-cols-[minmax(160px,1.2fr)_minmax(180px,1.1fr)_150px_minmax(180px,1.4fr)]"
    >
      <div className="grid min-w-0 gap-0.5 md:pt-2">
        <span className="truncate font-mono text-sm font-medium">{field.column}</span>
        {source && source.examples.length > 0 ? (
          <span className="truncate text-xs text-muted" title={source.examples.join(' · ')}>
            {source.examples.slice(0, 3).join(' · ')}
          </span>
        ) : null}
      </div>
      <div className="grid min-w-0 gap-1">
        {editable && choices.length > 1 ? (
          <select
            aria-label={`What ${field.column} is`}
            value={chosen}
            onChange={(event) => onAttribute(event.target.value)}
            className={CONTROL}
          >
            {choices.filter((each) => each.group === 'proposed').map(option)}
            {alternatives.length > 0 ? <optgroup label="Also likely">{alternatives.map(option)}</optgroup> : null}
            {others.length > 0 ? <optgroup label={`Others of ${entity?.label ?? 'the entity'}`}>{others.map(option)}</optgroup> : null}
          </select>
        ) : (
          <span className="font-medium md:pt-2">{field.attributeLabel}</span>
        )}
        <span className="flex flex-wrap gap-1.5">
          <Badge>{field.type.toLowerCase()}</Badge>
          {field.canonical ? null : <Badge>your own attribute</Badge>}
          {field.relatesTo ? <Badge tone="accent">leads to {field.relatesTo}</Badge> : null}
        </span>
      </div>
      <div className="md:pt-2">
        {chosen === field.attribute ? <ConfidenceMark score={field.confidence} /> : <Badge tone="accent">your choice</Badge>}
      </div>
      <div className="min-w-0 md:pt-0.5">
        <Disclosure summary="Why">
          <ul className="grid list-disc gap-1 pl-4 text-sm">
            {field.evidence.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {source && source.blankCount > 0 ? <li>{formatCount(source.blankCount)} blank</li> : null}
            {field.evidence.length === 0 && !source?.blankCount ? <li>No evidence was recorded.</li> : null}
          </ul>
        </Disclosure>
      </div>
    </li>
  );
}
