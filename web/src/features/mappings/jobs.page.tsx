import { ListChecks, Play } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { CancelMappingJobDocument, MappingJobsDocument, StartMappingJobDocument } from '../../gql/graphql.ts';
import type { JobFieldsFragment, MappedConnectionState, MappingJobStatus } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { usePoll } from '../../graph/use-poll.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Field } from '../../ui/field.tsx';
import { formatCount, formatMoment, formatPercent } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Empty, ProblemNote } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { MappingsFrame } from './mappings-frame.tsx';

const PAGE = 20;
const STATUSES: Record<MappingJobStatus, { word: string; tone: Tone }> = {
  RUNNING: { word: 'running', tone: 'warning' },
  SUCCEEDED: { word: 'done', tone: 'good' },
  FAILED: { word: 'failed', tone: 'bad' },
  CANCELLED: { word: 'cancelled', tone: 'neutral' },
};
const STATES: Record<MappedConnectionState, string> = {
  WAITING: 'waiting',
  NOTHING: 'nothing to map',
  LEFT: 'left to a person',
  ACCEPTED: 'accepted',
  PUBLISHED: 'published',
  FAILED: 'failed',
};
const count = (value: number | null) => (value === null ? '–' : formatCount(value));

function Job({ job, may, refresh }: { job: JobFieldsFragment; may: boolean; refresh: () => void }) {
  const run = useRun();
  const cancel = async () => {
    const outcome = await run(CancelMappingJobDocument, { id: job.id });
    refresh();
    if (!outcome.ok) notify('error', outcome.problem.message, outcome.problem.todo);
  };
  const { word, tone } = STATUSES[job.status];
  return (
    <li className="panel grid min-w-0 gap-3 p-4" data-job={job.status}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={tone}>{word}</Badge>
          <span>
            {job.startedBy.displayName}, {formatMoment(job.startedAt)}
          </span>
          <span className="text-sm text-muted">accepted by itself from {formatPercent(job.autoAcceptAbove, 1)}</span>
        </p>
        {may && job.status === 'RUNNING' ? <Button onClick={() => void cancel()}>Cancel</Button> : null}
      </div>
      {job.status === 'RUNNING' ? <Progress value={job.progress} label="Progress of the job" className="h-2" /> : null}
      <DataTable
        label={`Connections of the job of ${formatMoment(job.startedAt)}`}
        rows={job.connections}
        rowKey={({ connection }) => connection.id}
        columns={[
          {
            name: 'Connection',
            cell: ({ connection }) => (
              <Link to={`/connections/${connection.id}/mapping`} className="font-medium link">
                {connection.name}
              </Link>
            ),
          },
          {
            name: 'State',
            cell: ({ state, reason }) => (
              <span className="grid">
                {STATES[state]}
                {reason ? <span className="max-w-[44ch] text-sm text-muted">{reason}</span> : null}
              </span>
            ),
          },
          { name: 'Proposed', numeric: true, cell: ({ proposed }) => formatCount(proposed) },
          { name: 'Accepted', numeric: true, cell: ({ accepted }) => formatCount(accepted) },
          { name: 'Left', numeric: true, cell: ({ left }) => formatCount(left) },
          { name: 'Landed', numeric: true, cell: ({ landed }) => count(landed) },
          { name: 'Unified', numeric: true, cell: ({ unified }) => count(unified) },
          { name: 'In quarantine', numeric: true, cell: ({ quarantined }) => count(quarantined) },
        ]}
      />
    </li>
  );
}

/** Mapping many connections at once: what is sure is accepted, the rest is left to people, and the records are counted afterwards. */
export default function MappingJobsPage() {
  const run = useRun();
  const may = useMay('mapping-jobs.start');
  const [first, setFirst] = useState(PAGE);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [above, setAbove] = useState('95');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [result, refresh] = useGraph(MappingJobsDocument, { first });
  const data = known(result);
  usePoll(data?.mappingJobs.nodes.some(({ status }) => status === 'RUNNING') ?? false, refresh);
  const connections = data?.connections.nodes ?? [];
  const start = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await run(StartMappingJobDocument, { connectionIds: [...picked], autoAcceptAbove: Number(above) / 100 });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const started = outcome.data.startMappingJob;
    if (started.__typename === 'InputRefused') return setProblem(problemOfRefusal(started.problems));
    setPicked(new Set());
    return refresh();
  };
  return (
    <MappingsFrame intro="Many connections at once: what is sure enough is accepted, the rest is left to people, and what landed is counted against what was unified.">
      {may && connections.length > 0 ? (
        <Panel title="Map several connections">
          <div className="grid gap-4">
            <fieldset className="flex flex-wrap gap-x-5 gap-y-1">
              <legend className="mb-1 text-sm font-medium">Connections</legend>
              {connections.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  label={name}
                  checked={picked.has(id)}
                  onChange={(event) =>
                    setPicked((now) => (event.target.checked ? new Set(now).add(id) : new Set([...now].filter((each) => each !== id))))
                  }
                />
              ))}
            </fieldset>
            <Field
              label="Accept by itself from (%)"
              inputMode="decimal"
              className="max-w-60"
              value={above}
              onChange={(event) => setAbove(event.target.value)}
            />
            {problem ? <ProblemNote problem={problem} /> : null}
            <Button
              look="primary"
              busy={busy}
              disabled={picked.size === 0}
              className="justify-self-start"
              onClick={() => void start()}
              data-start-job
            >
              <Play aria-hidden size={15} /> Start
            </Button>
          </div>
        </Panel>
      ) : null}
      <Listed
        what="the jobs"
        result={result}
        refresh={refresh}
        pick={({ mappingJobs }) => mappingJobs}
        onMore={() => setFirst((now) => now + PAGE)}
        empty={
          <Empty icon={ListChecks} title="No job has run">
            Choose connections above to map them all at once.
          </Empty>
        }
      >
        {(jobs) => (
          <ul className="grid gap-4" aria-label="Jobs">
            {jobs.map((job) => (
              <Job key={job.id} job={job} may={may} refresh={refresh} />
            ))}
          </ul>
        )}
      </Listed>
    </MappingsFrame>
  );
}
