import { SearchX } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { Link, useParams, useSearchParams } from 'react-router';
import { ButtonLink } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { TAB } from '../../ui/tabs.ts';
import { History } from './history.tsx';
import { matching } from './history-list.ts';
import { LiveMark } from './live-mark.tsx';
import { RunPanel } from './run-panel.tsx';
import { isOpen } from './run-state.ts';
import { useRunEvents } from './use-run-events.ts';

/** /runs/:id: one run live. Timeline and history share the address: ?tab=history&step=LAND&progress. */
export default function RunPage() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { state, run, problem, events, rate, refresh } = useRunEvents(id);
  const tab = search.get('tab') === 'history' ? 'history' : 'timeline';
  const step = run?.steps.some((each) => each.key === search.get('step')) ? search.get('step') : null;
  const progress = search.has('progress');
  const change = (name: string, value: string | null) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const names = new Map(run?.steps.map((each) => [each.key, each.name]));
  const shown = matching(events, { step, progress });

  return (
    <Page
      title={run?.title ?? 'Run'}
      intro={
        run ? (
          <>
            {run.agent.name} · started {formatMoment(run.startedAt)}
            {run.connection ? (
              <>
                {' · '}
                <Link to={`/connections/${run.connection.id}`} className="text-accent underline underline-offset-3">
                  {run.connection.name}
                </Link>
              </>
            ) : null}
          </>
        ) : null
      }
      actions={<ButtonLink to="/agents?tab=runs">All runs</ButtonLink>}
    >
      {state === 'loading' ? <Loading label="Loading the run" lines={6} /> : null}
      {problem ? <ProblemNote problem={problem} onRetry={refresh} /> : null}
      {state === 'missing' ? (
        <Empty icon={SearchX} title="There is no such run" actions={<ButtonLink to="/agents?tab=runs">All runs</ButtonLink>}>
          The link may be old, or what it was about was removed.
        </Empty>
      ) : null}
      {run ? (
        <Tabs.Root value={tab} onValueChange={(value) => change('tab', value === 'history' ? value : null)}>
          <Tabs.List aria-label="Views of the run" className="mb-5 flex gap-6 border-b border-line">
            <Tabs.Trigger value="timeline" className={TAB}>
              Timeline
            </Tabs.Trigger>
            <Tabs.Trigger value="history" className={TAB}>
              History
            </Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="timeline" tabIndex={-1}>
            <RunPanel run={run} events={events} rate={rate} step={step} />
          </Tabs.Content>
          <Tabs.Content value="history" tabIndex={-1} className="grid gap-4">
            <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
              <select
                aria-label="Step"
                value={step ?? ''}
                onChange={(event) => change('step', event.target.value || null)}
                className={`${CONTROL} !w-auto`}
              >
                <option value="">All steps</option>
                {run.steps.map((each) => (
                  <option key={each.key} value={each.key}>
                    {each.name}
                  </option>
                ))}
              </select>
              <label className="inline-flex min-h-9 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 accent-accent"
                  checked={progress}
                  onChange={(event) => change('progress', event.target.checked ? '' : null)}
                />
                With every page of progress
              </label>
              {isOpen(run.status) ? (
                <span className="flex items-center gap-3 text-sm text-muted" data-history-open>
                  New events appear at the end. <LiveMark />
                </span>
              ) : null}
            </div>
            <History name={`${run.title} history`} events={shown} total={events.length} names={names} />
          </Tabs.Content>
        </Tabs.Root>
      ) : null}
    </Page>
  );
}
