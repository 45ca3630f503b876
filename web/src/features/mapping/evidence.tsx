import { FieldTransformsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Weights } from '../../ui/charts/weights.tsx';
import { formatPercent } from '../../ui/format.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import type { FieldEdit } from './changes.ts';
import type { Field } from './field-row.tsx';
import { REASONS } from './levels.ts';
import { Transforms } from './transforms.tsx';

interface EvidenceProps {
  field: Field;
  edit: FieldEdit | undefined;
  editable: boolean;
  onEdit: (change: Partial<Omit<FieldEdit, 'tableId'>>) => void;
}

/** What speaks for a mapping and what against it, what people decided of columns like it, and what is done to its values. */
export function Evidence({ field, edit, editable, onEdit }: EvidenceProps) {
  const [result, refresh] = useGraph(FieldTransformsDocument, { id: field.id }, { policy: 'cache-first' });
  if (result.state === 'loading') return <Loading label="Loading the evidence" lines={3} />;
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  const { fieldMapping, similarPastMappings } = result.data;
  const reasons = fieldMapping?.reasons ?? [];
  return (
    <>
      <div className="grid gap-2">
        <h3 className="text-sm font-medium">What speaks for it</h3>
        {reasons.length > 0 ? (
          <Weights
            caption={`What speaks for ${field.column} being ${field.attributeLabel}`}
            total={reasons.reduce((sum, { weight }) => sum + weight, 0)}
            weights={reasons.map(({ kind, text, weight }, index) => ({
              name: reasons.findIndex((each) => each.kind === kind) === index ? REASONS[kind] : `${REASONS[kind]} (${index + 1})`,
              weight,
              sentence: text,
            }))}
          />
        ) : (
          <ul className="grid list-disc gap-1 pl-4 text-sm">
            {field.evidence.map((line) => (
              <li key={line}>{line}</li>
            ))}
            {field.evidence.length === 0 ? <li>No evidence was recorded.</li> : null}
          </ul>
        )}
      </div>
      {similarPastMappings.length > 0 ? (
        <div className="grid gap-2" data-past={similarPastMappings.length}>
          <h4 className="text-sm font-medium">What was decided of columns like it</h4>
          <ul className="grid gap-1 text-sm">
            {similarPastMappings.map(({ accepted, similarity, pair }) => (
              <li key={`${pair.id} ${accepted}`}>
                <span className="font-mono text-xs">
                  {pair.object}.{pair.field}
                </span>{' '}
                {accepted ? 'is' : 'is not'} {pair.entityType}.{pair.attribute}{' '}
                <span className="text-muted">({formatPercent(similarity, 0)} alike)</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {fieldMapping ? <Transforms field={fieldMapping} edit={edit} editable={editable} onChange={onEdit} /> : null}
    </>
  );
}
