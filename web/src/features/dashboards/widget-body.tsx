import { CircleHelp, RefreshCw, TriangleAlert } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import type { WidgetKind } from '../../gql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import type { Content, WidgetState } from './content.ts';
import { makePath } from './addresses.ts';
import { Kpi } from './kpi.tsx';
import { kindShown } from './kinds.ts';

const Drawing = lazy(() => import('./drawing.tsx'));
const SmallTable = lazy(async () => ({ default: (await import('./small-table.tsx')).SmallTable }));

interface ShownProps {
  content: Content;
  kind: WidgetKind;
  title: string;
  id: string;
}

function Shown({ content, kind, title, id }: ShownProps) {
  switch (kind) {
    case 'KPI':
      return <Kpi content={content} />;
    case 'TABLE':
      return <SmallTable content={content} id={id} label={`${title}: rows`} />;
    case 'TEXT':
      return (
        <p className="scroll-thin h-full overflow-y-auto text-md text-pretty" dir="auto" tabIndex={0} data-widget-text>
          {content.text}
        </p>
      );
    default:
      return <Drawing content={content} kind={kind} title={title} id={id} />;
  }
}

/** What a widget shows of its answer: the kind it was given, or the nearest one that the answer can fill. */
export function AnswerBody({ content, kind, title, id }: ShownProps) {
  const shown = kindShown(kind, content);
  const waiting = <Waiting kind={shown} title={title} />;
  if (shown === 'KPI') return <Shown content={content} kind={shown} title={title} id={id} />;
  const { confidence } = content;
  return (
    <div className="flex h-full min-h-0 flex-col gap-1.5">
      <div className="min-h-0 flex-1">
        <Suspense fallback={waiting}>
          <Shown content={content} kind={shown} title={title} id={id} />
        </Suspense>
      </div>
      <div className="flex min-h-4.5 items-center justify-between gap-3 text-sm text-muted">
        <span className="truncate" dir="auto">
          {content.formattedValue && shown !== 'TEXT' && shown !== 'GAUGE' ? `${content.label}: ${content.formattedValue}` : ''}
        </span>
        {confidence ? <ConfidenceMark score={confidence.score} tier={confidence.tier} /> : null}
      </div>
    </div>
  );
}

/** The shape of what will stand here, in the place where it will stand. */
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
  id: string;
  state: WidgetState;
  kind: WidgetKind;
  title: string;
  onRetry: () => void;
}

/** A widget's inside in each of its states. */
export function WidgetBody({ id, state, kind, title, onRetry }: WidgetBodyProps) {
  switch (state.state) {
    case 'waiting':
      return state.stopped ? <p className="text-sm text-muted">Not asked: it was stopped.</p> : <Waiting kind={kind} title={title} />;
    case 'loading':
      return <Waiting kind={kind} title={title} />;
    case 'failed':
      return (
        <div role="alert" data-problem={state.problem.code} className="scroll-thin grid h-full content-start gap-1 overflow-y-auto text-sm">
          <p className="flex gap-2">
            <TriangleAlert aria-hidden size={15} className="mt-0.5 shrink-0 text-low" />
            <span>{state.problem.message}</span>
          </p>
          <p className="text-muted">{state.problem.todo}</p>
          {state.problem.retry ? (
            <Button className="mt-1 min-h-7 justify-self-start text-sm" onClick={onRetry}>
              <RefreshCw aria-hidden size={13} /> Try again
            </Button>
          ) : null}
        </div>
      );
    case 'ready':
      return <AnswerBody content={state.content} kind={kind} title={title} id={id} />;
    case 'declined':
      return (
        <div data-declined={state.reason} className="scroll-thin flex h-full gap-2.5 overflow-y-auto text-sm text-muted">
          <CircleHelp aria-hidden size={16} className="mt-0.5 shrink-0 text-medium" />
          <p dir="auto">{state.text}</p>
        </div>
      );
    case 'whole':
      return (
        <p className="text-sm text-muted">
          This asks for a whole dashboard:{' '}
          <Link to={makePath(state.question)} className="text-accent underline underline-offset-3">
            {state.title}
          </Link>
        </p>
      );
  }
}
