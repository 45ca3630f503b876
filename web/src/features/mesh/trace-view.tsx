import { Check, Circle } from 'lucide-react';
import { Link } from 'react-router';
import type { TraceOfRecordQuery } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { classes } from '../../ui/classes.ts';
import { formatMoment } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';

type Trace = NonNullable<TraceOfRecordQuery['recordTrace']>;

/** What happened to one record, in order, and what is still to come. */
export function TraceView({ trace }: { trace: Trace }) {
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-center gap-2.5">
          <code className="font-mono">{trace.key}</code>
          {trace.object ? (
            <span className="font-normal text-muted">{`${trace.object.name} of ${trace.object.connection.name}`}</span>
          ) : null}
          {trace.removed ? <Badge tone="warning">gone at the source</Badge> : null}
        </span>
      }
    >
      <ol className="grid gap-0.5" aria-label="Steps of the record" data-trace={trace.key}>
        {trace.steps.map((step, index) => (
          <li key={`${step.kind} ${index}`} className="relative flex gap-3 py-1.5" data-trace-step={step.kind}>
            {index < trace.steps.length - 1 ? (
              <span aria-hidden className={classes('absolute top-8 bottom-[-6px] left-[11.5px] w-px', step.done ? 'bg-high' : 'bg-line')} />
            ) : null}
            <span
              className={classes(
                'grid size-6 shrink-0 place-items-center rounded-full',
                step.done ? 'bg-high-soft text-high' : 'border border-control text-muted',
              )}
            >
              {step.done ? <Check aria-hidden size={14} strokeWidth={2.5} /> : <Circle aria-hidden size={8} />}
            </span>
            <div className="grid min-w-0 flex-1">
              <p className={step.done ? undefined : 'text-muted'}>
                {step.title}
                <span className="sr-only">{step.done ? ' (done)' : ' (to come)'}</span>
              </p>
              <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                {step.at ? <time dateTime={step.at}>{formatMoment(step.at)}</time> : null}
                {step.run ? (
                  <Link to={`/runs/${step.run.id}`} className="link">
                    the run
                  </Link>
                ) : null}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {trace.runs.length > 0 ? (
        <p className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <span className="text-muted">Runs that worked with it:</span>
          {trace.runs.map((run) => (
            <Link key={run.id} to={`/runs/${run.id}`} className="link">
              {run.title}
            </Link>
          ))}
        </p>
      ) : null}
    </Panel>
  );
}
