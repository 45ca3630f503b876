import { Route, Waves } from 'lucide-react';
import { useState } from 'react';
import { FlowChangesDocument, MeshConnectionsDocument, RecordFlowDocument } from '../../gql/graphql.ts';
import type { FlowFieldsFragment } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useFollow } from '../../graph/use-follow.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Choice } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { ConnectFrame } from '../connect/connect-frame.tsx';
import { LiveMark } from '../runs/live-mark.tsx';
import { FlowDiagram } from './flow-diagram.tsx';
import { Slowest } from './slowest.tsx';

const WINDOWS = [
  { value: '15', label: '15 min' },
  { value: '60', label: '1 h' },
  { value: '360', label: '6 h' },
  { value: '1440', label: '24 h' },
  { value: '10080', label: '7 days' },
] as const;

/** Records on their way from the source to a metric, stage by stage, moving as they move. */
export default function FlowPage() {
  const [{ minutes: chosen, connection }, set] = useSearchState(['minutes', 'connection']);
  const minutes = WINDOWS.some((each) => each.value === chosen) ? chosen : '60';
  const [result, refresh] = useGraph(RecordFlowDocument, { minutes: Number(minutes), connectionId: connection || null });
  const [connections] = useGraph(MeshConnectionsDocument, { first: 200 }, { policy: 'cache-first' });
  const [told, setTold] = useState<{ minutes: string; flow: FlowFieldsFragment } | null>(null);
  useFollow(
    FlowChangesDocument,
    { minutes: Number(minutes), after: null },
    {
      // What is told is the flow of everything; that of one connection is asked for.
      onEvent: ({ flowChanged }) => {
        setTold({ minutes, flow: flowChanged.flow });
        if (connection !== '') refresh();
      },
      onGap: refresh,
    },
  );
  const asked = known(result)?.flow ?? null;
  const newer = connection === '' && told !== null && told.minutes === minutes && (asked === null || told.flow.at > asked.at);
  const flow = newer ? told.flow : asked;
  const quiet = flow !== null && flow.stages.every((stage) => stage.records === 0 && stage.inFlight === 0);
  return (
    <ConnectFrame
      title="Flow"
      guide="flow"
      intro="Records on their way from the source (AAM) through the model (DCL) to metrics and agents (AOA)."
      actions={
        <>
          <LiveMark />
          <ButtonLink to="/connections/flow/trace">
            <Route aria-hidden size={15} /> Trace a record
          </ButtonLink>
        </>
      }
    >
      <div className="flex flex-wrap items-end gap-3">
        <Segments
          label="How far back"
          value={minutes as (typeof WINDOWS)[number]['value']}
          options={WINDOWS}
          onChange={(next) => set({ minutes: next === '60' ? '' : next })}
        />
        <Choice
          label="Connection"
          className="w-full sm:w-64"
          value={connection}
          onChange={(event) => set({ connection: event.target.value })}
          options={[
            { value: '', label: 'All connections' },
            ...(known(connections)?.connections.nodes ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      {result.state === 'loading' && flow === null ? <Loading label="Loading the flow" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {flow ? (
        <div className="grid gap-6" data-flow-at={flow.at}>
          {quiet ? (
            <Empty icon={Waves} title="Nothing moved">
              No record was read in this time. When a source is read, its records appear here stage by stage.
            </Empty>
          ) : (
            <>
              <Slowest flow={flow} />
              <FlowDiagram flow={flow} />
            </>
          )}
        </div>
      ) : null}
    </ConnectFrame>
  );
}
