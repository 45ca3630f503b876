import { CornerUpRight, SearchX } from 'lucide-react';
import { useParams } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { RecordDetailDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { NoPermission } from '../settings/no-permission.tsx';
import { TraceView } from '../mesh/trace-view.tsx';
import { ResolutionHistory } from '../resolution/history.tsx';
import { GoldenValues } from './golden-values.tsx';
import { Members } from './members.tsx';
import { RecordRelations } from './record-relations.tsx';
import { RULES } from './rules.ts';

/** One unified record: its values with where each is from, what it is made of, where it leads, its history and its way here. */
export default function RecordPage() {
  const { id = '' } = useParams();
  const may = useMay('records.read');
  const [result, refresh] = useGraph(RecordDetailDocument, { id }, { pause: !may });
  if (!may) return <NoPermission title="Record" />;
  const record = result.state === 'ready' ? result.data.record : null;
  const type = record?.entityType;
  return (
    <>
      <BackLink to={type ? `/ontology/${encodeURIComponent(type.name)}` : '/ontology'}>{type?.pluralLabel ?? 'Unify'}</BackLink>
      <Page
        title={record?.title ?? 'Record'}
        intro={type ? `${type.label}, unified from what your sources say of it.` : undefined}
        actions={
          record ? (
            <>
              <ButtonLink to={`/ontology/resolution/${encodeURIComponent(record.entityType.name)}`}>Resolution</ButtonLink>
              <Button
                onClick={() =>
                  downloadCsv(
                    record.title,
                    ['attribute', 'value', 'rule', 'from', 'columns', 'why'],
                    record.entityType.attributes.map(({ name, label }) => {
                      const from = record.provenance.find(({ attribute }) => attribute === name);
                      return [
                        label,
                        record.values[name],
                        from?.rule ? RULES[from.rule].word : '',
                        from?.member?.connection.name,
                        from?.fields.join(' + '),
                        from?.reason,
                      ];
                    }),
                  )
                }
              >
                Save as CSV
              </Button>
            </>
          ) : undefined
        }
      >
        {result.state === 'loading' ? <Loading label="Loading the record" lines={6} /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {result.state === 'ready' && !record ? (
          <Empty icon={SearchX} title="There is no such record">
            It may be gone from its source, or rules about data keep it from you.
          </Empty>
        ) : null}
        {record ? (
          <>
            <div className="-mt-3 flex flex-wrap items-center gap-2" data-record={record.id}>
              {record.verified ? <Badge tone="good">verified by a person</Badge> : null}
              {record.members.totalCount > 1 ? <Badge tone="accent">made of {record.members.totalCount}</Badge> : null}
              {record.redirectedFrom ? (
                <Badge tone="warning">
                  <CornerUpRight aria-hidden size={12} /> you came by an id that ended; it leads here for good
                </Badge>
              ) : null}
            </div>
            <GoldenValues record={record} refresh={refresh} />
            <Members record={record} refresh={refresh} />
            <RecordRelations record={record} />
            <section className="grid gap-3">
              <h2 className="text-md font-semibold">History</h2>
              <ResolutionHistory entityType={null} recordId={record.id} refresh={refresh} />
            </section>
            {record.trace ? (
              <section className="grid gap-3">
                <h2 className="text-md font-semibold">Its way here</h2>
                <TraceView trace={record.trace} />
              </section>
            ) : null}
          </>
        ) : null}
      </Page>
    </>
  );
}
