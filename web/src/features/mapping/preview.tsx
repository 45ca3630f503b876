import { useGraph } from '../../graph/use-graph.ts';
import { TransformPreviewDocument } from '../../gql/graphql.ts';
import type { AttributeType, TransformStepInput } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, plural } from '../../ui/format.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';

const SHOWN = 12;

interface PreviewProps {
  fieldId: string;
  column: string;
  transforms: readonly TransformStepInput[] | null;
  type: AttributeType | null;
}

/** Real values of a column before and after what is done to them. */
export function Preview({ fieldId, column, transforms, type }: PreviewProps) {
  const [result, refresh] = useGraph(TransformPreviewDocument, { fieldId, transforms: transforms === null ? null : [...transforms], type });
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  if (result.state === 'loading') return <Loading label="Loading the values" lines={3} />;
  const preview = result.data.transformPreview;
  if (!preview) return <p className="text-sm text-muted">There are no landed values to show.</p>;
  if (preview.__typename === 'InputRefused') return <ProblemNote problem={problemOfRefusal(preview.problems)} />;
  return (
    <div className="grid gap-2" data-preview={column}>
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        {plural(preview.records, 'record')} looked at · {formatCount(preview.blank)} blank
        {preview.setAside > 0 ? <Badge tone="warning">{formatCount(preview.setAside)} would be set aside</Badge> : null}
      </p>
      {preview.values.length > 0 ? (
        <DataTable
          label={`Values of ${column} before and after`}
          rows={preview.values.slice(0, SHOWN)}
          rowKey={({ before }) => before}
          columns={[
            { name: 'As it landed', cell: ({ before }) => <span className="font-mono text-xs break-words">{before}</span> },
            {
              name: 'As it is kept',
              cell: ({ after, before, setAside }) =>
                setAside ? (
                  <Badge tone="warning">set aside</Badge>
                ) : after === null ? (
                  <span className="text-muted">blank</span>
                ) : (
                  <span className={after === before ? 'font-mono text-xs' : 'font-mono text-xs font-semibold'}>{after}</span>
                ),
            },
            { name: 'Records', numeric: true, cell: ({ records }) => formatCount(records) },
          ]}
        />
      ) : (
        <p className="text-sm text-muted">Rules about data keep the values from you; the counts hold.</p>
      )}
    </div>
  );
}
