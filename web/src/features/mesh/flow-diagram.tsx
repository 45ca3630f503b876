import { ChevronRight } from 'lucide-react';
import type { FlowFieldsFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { classes } from '../../ui/classes.ts';
import { formatCompact, formatCount } from '../../ui/format.ts';
import { formatDuration } from '../../ui/duration.ts';
import { lengthOf } from '../connection/health-panel.tsx';
import { FlowBars } from './flow-bars.tsx';
import { PARTS, STAGES } from './flow-looks.ts';
import { pressureOf } from './pressure.ts';

type Stage = FlowFieldsFragment['stages'][number];

function Line({ label, children }: { label: string; children: string }) {
  return (
    <div className="flex items-baseline justify-between gap-2">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="text-sm font-medium whitespace-nowrap">{children}</dd>
    </div>
  );
}

function StageCard({ stage, flow, first, slowest }: { stage: Stage; flow: FlowFieldsFragment; first: boolean; slowest: boolean }) {
  const { label, done, icon: Icon, code } = STAGES[stage.stage];
  const { word, tone, minutes } = pressureOf(stage);
  return (
    <li
      className={classes('panel relative grid content-start gap-3 p-4', slowest && '!border-medium')}
      data-stage={stage.stage}
      data-stage-records={stage.records}
      data-pressure={word}
    >
      {first ? null : (
        <span
          aria-hidden
          className="absolute -top-4 left-1/2 grid size-6 -translate-x-1/2 rotate-90 place-items-center rounded-full bg-bg text-muted xl:top-9 xl:-left-[21px] xl:translate-x-0 xl:rotate-0"
        >
          <ChevronRight size={16} />
        </span>
      )}
      <div className="flex items-center gap-2">
        <Icon aria-hidden size={17} className="shrink-0 text-accent" />
        <h2 className="font-semibold">{label}</h2>
        <span className="ml-auto text-xs font-medium tracking-wide text-muted" title={PARTS[code]}>
          {code}
        </span>
      </div>
      <p className="grid">
        <span className="text-lg font-semibold" title={formatCount(stage.records)}>
          {formatCompact(stage.records)}
        </span>
        <span className="text-sm text-pretty text-muted xl:min-h-9">{done}</span>
      </p>
      <FlowBars minutes={stage.minutes} at={flow.at} window={flow.minutes} />
      <p className="flex flex-wrap items-center gap-1.5">
        <Badge tone={tone}>{word}</Badge>
        {slowest ? <Badge tone="warning">slowest</Badge> : null}
      </p>
      <dl className="grid gap-1">
        <Line label="per minute">{formatCompact(stage.ratePerMinute)}</Line>
        <Line label="on the way">{formatCompact(stage.inFlight)}</Line>
        {stage.inFlight > 0 && minutes !== null ? <Line label="through in">{formatDuration(minutes * 60_000)}</Line> : null}
        <Line label="took">{lengthOf(stage.lagSeconds)}</Line>
        <Line label="95% under">{lengthOf(stage.lagP95Seconds)}</Line>
        {stage.waitingSeconds === null ? null : <Line label="oldest waits">{lengthOf(stage.waitingSeconds)}</Line>}
      </dl>
    </li>
  );
}

/** The six stages side by side on wide screens, one under another on small ones; the slowest is named. */
export function FlowDiagram({ flow }: { flow: FlowFieldsFragment }) {
  return (
    <ol aria-label="Stages" className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-6 xl:gap-4">
      {flow.stages.map((stage, index) => (
        <StageCard key={stage.stage} stage={stage} flow={flow} first={index === 0} slowest={flow.slowest?.stage === stage.stage} />
      ))}
    </ol>
  );
}
