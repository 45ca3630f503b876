import { useMay } from '../../app/use-may.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatCount, formatPercent } from '../../ui/format.ts';
import { classes } from '../../ui/classes.ts';
import type { FieldEdit } from './changes.ts';
import { Evidence } from './evidence.tsx';
import type { Field, SourceField } from './field-row.tsx';
import { Preview } from './preview.tsx';
import type { CanonicalEntity } from './table-card.tsx';

interface FieldDetailProps {
  field: Field;
  source: SourceField | null;
  entity: CanonicalEntity | null;
  edit: FieldEdit | undefined;
  editable: boolean;
  chosen: string;
  onEdit: (change: Partial<Omit<FieldEdit, 'tableId'>>) => void;
}

/** All that is known of one column: its sample beside what it becomes, what speaks for that, what else it could be, and what is done to its values. */
export function FieldDetail({ field, source, entity, edit, editable, chosen, onEdit }: FieldDetailProps) {
  const mayTry = useMay('transforms.preview');
  const target = entity?.attributes.find(({ name }) => name === chosen) ?? null;
  return (
    <div className="mt-4 grid gap-5 border-t border-line pt-4 lg:grid-cols-3" data-detail={field.column}>
      <section className="grid content-start gap-2" aria-label={`At the source: ${field.column}`}>
        <h3 className="text-sm font-medium">At the source</h3>
        <p className="text-sm text-muted">
          {source ? `${source.type.toLowerCase()}, ${formatCount(source.blankCount)} blank` : 'Nothing is known of its values.'}
        </p>
        {source ? (
          <ul className="flex flex-wrap gap-1.5" aria-label="Sample">
            {source.examples.map((example) => (
              <li key={example} className="max-w-full truncate rounded-sm bg-raised px-1.5 py-0.5 font-mono text-xs">
                {example}
              </li>
            ))}
          </ul>
        ) : null}
        {mayTry ? (
          <Disclosure summary="Values before and after">
            <Preview fieldId={field.id} column={field.column} transforms={edit?.transforms ?? null} type={edit?.type ?? null} />
          </Disclosure>
        ) : null}
      </section>
      <section className="grid content-start gap-2" aria-label="What it becomes">
        <h3 className="text-sm font-medium">Becomes {target?.label ?? (chosen === field.attribute ? field.attributeLabel : chosen)}</h3>
        <p className="text-sm text-muted">{target?.description ?? 'An attribute of your own.'}</p>
        {field.alternatives.length > 0 ? (
          <ol className="grid gap-1.5" aria-label="What else it could be">
            {field.alternatives.map((each, index) => (
              <li key={each.attribute}>
                <button
                  type="button"
                  disabled={!editable}
                  aria-pressed={chosen === each.attribute}
                  onClick={() => onEdit({ attribute: chosen === each.attribute ? null : each.attribute })}
                  className={classes(
                    'flex min-h-9 w-full items-center justify-between gap-3 rounded-md border px-3 text-sm',
                    chosen === each.attribute ? 'border-accent bg-accent-soft' : 'border-line',
                  )}
                >
                  <span>
                    <kbd>{index + 1}</kbd> {each.label}
                  </span>
                  <span className="text-muted">{formatPercent(each.confidence, 0)}</span>
                </button>
              </li>
            ))}
          </ol>
        ) : (
          <p className="text-sm text-muted">Nothing else comes near.</p>
        )}
      </section>
      <section className="grid content-start gap-4" aria-label="Why">
        <Evidence field={field} edit={edit} editable={editable} onEdit={onEdit} />
      </section>
    </div>
  );
}
