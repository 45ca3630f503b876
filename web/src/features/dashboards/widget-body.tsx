import { CircleHelp } from 'lucide-react';
import { Link } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import type { WidgetAnswerFieldsFragment, WidgetKind, WidgetResultQuery } from '../../gql/graphql.ts';
import type { GraphState } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { BarRows } from '../../ui/charts/bar-rows.tsx';
import { Series } from '../../ui/charts/series.tsx';
import type { Point } from '../../ui/charts/series.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { formatValue } from '../../ui/format.ts';
import { kindsFor } from './kinds.ts';
import { Kpi } from './kpi.tsx';
import { barsOf, pointsOf } from './shape.ts';
import { SmallTable } from './small-table.tsx';

function seriesSummary(points: readonly Point[], { label, unit }: WidgetAnswerFieldsFragment): string {
  const said = (point: Point | undefined) =>
    point ? `${point.period} (${point.value === null ? 'no value' : formatValue(point.value, unit)})` : '';
  return `${label} over time, from ${said(points[0])} to ${said(points.at(-1))}. Shown as a table, the widget lists every value.`;
}

function Shown({ answer, kind, title }: { answer: WidgetAnswerFieldsFragment; kind: WidgetKind; title: string }) {
  switch (kind) {
    case 'KPI':
      return <Kpi answer={answer} />;
    case 'LINE': {
      const points = pointsOf(answer);
      return <Series fill points={points} unit={answer.unit} summary={seriesSummary(points, answer)} />;
    }
    case 'BAR':
      return <BarRows bars={barsOf(answer)} unit={answer.unit} caption={title} />;
    case 'TABLE':
      return <SmallTable answer={answer} label={`${title}: rows`} />;
    case 'TEXT':
      return (
        <p className="scroll-thin h-full overflow-y-auto text-md text-pretty" data-widget-text>
          {answer.text}
        </p>
      );
  }
}

/** What a widget shows of its answer: the kind it was given, or the nearest one that the answer can fill. */
export function AnswerBody({ answer, kind, title }: { answer: WidgetAnswerFieldsFragment; kind: WidgetKind; title: string }) {
  const possible = kindsFor(answer);
  const shown = possible.includes(kind) ? kind : (possible[0] ?? 'TEXT');
  if (shown === 'KPI') return <Shown answer={answer} kind={shown} title={title} />;
  return (
    <div className="flex h-full min-h-0 flex-col gap-2">
      <div className="min-h-0 flex-1">
        <Shown answer={answer} kind={shown} title={title} />
      </div>
      <div className="flex items-center justify-between gap-3 text-sm text-muted">
        <span className="truncate">{answer.formattedValue && shown !== 'TEXT' ? `${answer.label}: ${answer.formattedValue}` : ''}</span>
        <ConfidenceMark score={answer.confidence.score} tier={answer.confidence.tier} />
      </div>
    </div>
  );
}

function Waiting({ kind, title }: { kind: WidgetKind; title: string }) {
  return (
    <div role="status" data-state="loading" className="flex h-full flex-col gap-3">
      <span className="sr-only">Loading {title}</span>
      <span aria-hidden className={`breathe rounded-md bg-raised ${kind === 'KPI' ? 'h-9 w-1/2' : 'min-h-0 flex-1'}`} />
      <span aria-hidden className="breathe h-4 w-1/3 rounded-md bg-raised" />
    </div>
  );
}

interface WidgetBodyProps {
  result: GraphState<WidgetResultQuery>;
  kind: WidgetKind;
  title: string;
  onRetry: () => void;
}

/** A widget's inside in each of its states. */
export function WidgetBody({ result, kind, title, onRetry }: WidgetBodyProps) {
  if (result.state === 'loading') return <Waiting kind={kind} title={title} />;
  if (result.state === 'failed')
    return (
      <div
        role="alert"
        data-problem={result.problem.code}
        className="scroll-thin grid h-full content-start gap-1.5 overflow-y-auto text-sm"
      >
        <p className="text-low">{result.problem.message}</p>
        <p className="text-muted">{result.problem.todo}</p>
        {result.problem.retry ? (
          <Button className="mt-1 min-h-8 justify-self-start" onClick={onRetry}>
            Try again
          </Button>
        ) : null}
      </div>
    );
  const { ask } = result.data;
  switch (ask.__typename) {
    case 'Answer':
      return <AnswerBody answer={ask} kind={kind} title={title} />;
    case 'Declined':
      return (
        <div data-declined={ask.reason} className="scroll-thin flex h-full gap-2.5 overflow-y-auto text-sm text-muted">
          <CircleHelp aria-hidden size={16} className="mt-0.5 shrink-0 text-medium" />
          <p>{ask.text}</p>
        </div>
      );
    case 'Clarification':
      return (
        <div data-clarification className="scroll-thin flex h-full gap-2.5 overflow-y-auto text-sm text-muted">
          <CircleHelp aria-hidden size={16} className="mt-0.5 shrink-0 text-medium" />
          <p>{ask.text}</p>
        </div>
      );
    case 'Dashboard':
      return (
        <p className="text-sm text-muted">
          This asks for a whole dashboard:{' '}
          <Link to={askPath(title)} className="text-accent underline underline-offset-3">
            {ask.title}
          </Link>
        </p>
      );
  }
}
