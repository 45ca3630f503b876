import { SearchX } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { SourceObjectDetailDocument, SourceObjectSampleDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { formatMoment, formatPercent, plural } from '../../ui/format.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { FieldProfiles } from './field-profiles.tsx';
import { Reconciled } from './reconciled.tsx';
import { SampleRows } from './sample-rows.tsx';

/** Records that the sketches of values are drawn from; the graph gives no more at once. */
const SKETCHED = 100;

/** One table of a connection: its columns with what their values look like, its keys, and its first records. */
export default function ObjectPage() {
  const { id = '', objectId = '' } = useParams();
  const [{ column: sought }, set] = useSearchState(['column']);
  const [result, refresh] = useGraph(SourceObjectDetailDocument, { id: objectId });
  const [sampled] = useGraph(SourceObjectSampleDocument, { id: objectId, first: SKETCHED }, { policy: 'cache-first' });
  const sample = known(sampled)?.sourceObject?.sample ?? [];
  const object = known(result)?.sourceObject ?? null;
  const schema = object?.schema ?? null;
  const fields = schema?.fields.filter((each) => each.name.toLowerCase().includes(sought.toLowerCase())) ?? [];
  return (
    <>
      <BackLink to={`/connections/${id}`}>{object?.connection.name ?? 'The connection'}</BackLink>
      <Page title={object?.name ?? 'Table'} intro={object ? `${object.path} in ${object.connection.name}` : null}>
        {result.state === 'loading' && object === null ? <Loading label="Loading the table" lines={6} /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {result.state === 'ready' && !object ? (
          <Empty icon={SearchX} title="There is no such table" actions={<ButtonLink to={`/connections/${id}`}>The connection</ButtonLink>}>
            It may have gone at the source, or the connection was removed.
          </Empty>
        ) : null}
        {object ? (
          <>
            <p className="-mt-3 flex flex-wrap items-center gap-2">
              <Badge tone={object.status === 'READY' ? 'good' : 'neutral'}>{object.status === 'READY' ? 'read' : 'left out'}</Badge>
              <Badge>{plural(object.rowCount, 'row')}</Badge>
              {schema ? <Badge>{plural(schema.fields.length, 'column')}</Badge> : null}
              {object.quarantinedCount > 0 ? <Badge tone="warning">{plural(object.quarantinedCount, 'row')} set aside</Badge> : null}
              {schema ? <span className="text-sm text-muted">this shape since {formatMoment(schema.discoveredAt)}</span> : null}
            </p>
            {object.statusReason ? <p>{object.statusReason}</p> : null}
            {object.notes.length > 0 ? (
              <ul className="list-disc pl-5 text-muted">
                {object.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            ) : null}
            <Reconciled connectionId={id} reconciliation={object.reconciliation} />
            {schema ? (
              <>
                <Panel title="Keys and links">
                  <dl className="grid gap-2">
                    <div className="flex flex-wrap gap-x-3">
                      <dt className="text-muted">Tells records apart</dt>
                      <dd className="font-mono text-sm">
                        {schema.primaryKey ? schema.primaryKey.columns.join(', ') : 'only their whole content does'}
                      </dd>
                    </div>
                    {schema.foreignKeys.map((key) => (
                      <div key={key.columns.join()} className="flex flex-wrap gap-x-3">
                        <dt className="font-mono text-sm">{key.columns.join(', ')}</dt>
                        <dd>
                          →{' '}
                          <Link to={`/connections/${id}/objects/${key.target.id}`} className="link">
                            {key.target.name}
                          </Link>{' '}
                          <span className="text-muted">{formatPercent(key.coverage, 0)} of its values are found there</span>
                        </dd>
                      </div>
                    ))}
                  </dl>
                </Panel>
                <section className="grid gap-3" aria-label="Columns">
                  <div className="flex flex-wrap items-end justify-between gap-3">
                    <h2 className="text-md font-semibold">Columns</h2>
                    <Field
                      label="Find a column"
                      type="search"
                      className="w-full sm:w-64"
                      value={sought}
                      onChange={(event) => set({ column: event.target.value })}
                    />
                  </div>
                  <FieldProfiles fields={fields} rows={object.rowCount} sample={sample} />
                </section>
                <SampleRows
                  objectId={objectId}
                  keyColumn={schema.primaryKey?.columns.length === 1 ? (schema.primaryKey.columns[0] ?? null) : null}
                />
              </>
            ) : null}
          </>
        ) : null}
      </Page>
    </>
  );
}
