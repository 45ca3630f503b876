import { ArrowRight, Check, PartyPopper } from 'lucide-react';
import { useViewer } from '../../app/viewer.ts';
import { FirstStepsDocument, SampleQuestionsDocument } from '../../gql/graphql.ts';
import type { FirstStepsQuery } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { useHistory } from '../ask/history.tsx';
import { useLeaveDemo } from '../workspaces/use-leave-demo.ts';
import { stepsOf } from './steps.ts';
import type { Step } from './steps.ts';

const NOTHING: FirstStepsQuery = {
  connections: { totalCount: 0, nodes: [] },
  entityTypes: { totalCount: 0 },
  dashboards: { totalCount: 0 },
};

/** The way out of the demo company, to where one's own data are connected. */
function LeaveDemo() {
  const { busy, leave } = useLeaveDemo();
  return (
    <Button look="primary" className="mt-2 justify-self-start" busy={busy} onClick={leave}>
      Go to your own workspace <ArrowRight aria-hidden size={16} />
    </Button>
  );
}

function Row({ step, number, current, demo }: { step: Step; number: number; current: boolean; demo: boolean }) {
  return (
    <li
      data-step={step.name}
      data-done={step.done}
      aria-current={current ? 'step' : undefined}
      className={classes('flex gap-3 rounded-lg px-3 py-2.5', current && 'bg-raised')}
    >
      <span
        aria-hidden
        className={classes(
          'grid size-6 shrink-0 place-items-center rounded-full text-xs font-semibold',
          step.done ? 'bg-high-soft text-high' : current ? 'bg-accent text-on-accent' : 'border border-control text-muted',
        )}
      >
        {step.done ? <Check size={14} strokeWidth={3} /> : number}
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className={classes('font-medium', step.done && 'text-muted')}>
          {step.title}
          {step.done ? <span className="sr-only">, done</span> : null}
        </p>
        {current ? <p className="max-w-[64ch] text-muted">{step.text}</p> : null}
        {current && demo ? <LeaveDemo /> : null}
        {current && !demo ? (
          <ButtonLink to={step.path} look="primary" className="mt-2 max-w-full justify-self-start">
            <span className="truncate">{step.action}</span> <ArrowRight aria-hidden size={16} className="shrink-0" />
          </ButtonLink>
        ) : null}
      </div>
    </li>
  );
}

/** From nothing to a dashboard of one’s own: ticked by what there is. */
export function FirstSteps() {
  const viewer = useViewer();
  const demo = viewer?.tenant.demo === true;
  const asked = useHistory().length > 0;
  const [state, refresh] = useGraph(FirstStepsDocument, {}, { pause: demo });
  const [samples] = useGraph(SampleQuestionsDocument, { persona: viewer?.user.persona ?? null, first: 1 }, { policy: 'cache-first' });
  if (state.state === 'loading' && !demo) return <Loading label="Loading the first steps" lines={5} />;
  if (state.state === 'failed') return <ProblemNote problem={state.problem} onRetry={refresh} />;
  const question = samples.state === 'ready' ? (samples.data.sampleQuestions[0] ?? null) : null;
  // What the demo company holds is not one's own doing.
  const steps = state.state === 'ready' && !demo ? stepsOf(state.data, asked, question) : stepsOf(NOTHING, false, null);
  const done = steps.filter((step) => step.done).length;
  const current = steps.find((step) => !step.done);
  return (
    <div className="grid gap-3" data-first-steps={done}>
      <div className="flex items-center gap-3 px-3">
        <span aria-hidden className="h-1.5 flex-1 overflow-hidden rounded-full bg-raised">
          <span className="block h-full rounded-full bg-accent" style={{ width: `${(done / steps.length) * 100}%` }} />
        </span>
        <span className="text-sm text-muted">
          {done} of {steps.length}
        </span>
      </div>
      <ol className="grid gap-0.5" aria-label="First steps">
        {steps.map((step, at) => (
          <Row key={step.name} step={step} number={at + 1} current={step === current} demo={demo} />
        ))}
      </ol>
      {current ? null : (
        <p className="flex items-center gap-2 px-3 text-muted">
          <PartyPopper aria-hidden size={16} className="text-high" /> All done. What else there is stands in the guides below.
        </p>
      )}
    </div>
  );
}
