import { LayoutTemplate } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DashboardTemplatesDocument, UseDashboardTemplateDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { plural } from '../../ui/format.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { dashboardPath } from './addresses.ts';

const MOST = 60;

/** Templates to start from; nothing is kept until somebody says so. */
export function Templates() {
  const run = useRun();
  const navigate = useNavigate();
  const [result] = useGraph(DashboardTemplatesDocument, { first: MOST });
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const templates = result.state === 'ready' ? result.data.dashboardTemplates.nodes : [];
  const start = async (id: string) => {
    setBusy(id);
    setProblem(null);
    const outcome = await run(UseDashboardTemplateDocument, { id });
    setBusy(null);
    if (!outcome.ok) return setProblem(outcome.problem);
    const used = outcome.data.useDashboardTemplate;
    switch (used.__typename) {
      case 'RefinedDashboard':
        return navigate(dashboardPath(used.dashboard.id));
      case 'Declined':
        return setProblem({ code: 'DECLINED', message: used.text, todo: used.wouldHelp.join(' '), retry: false });
      case 'InputRefused':
        return setProblem(problemOfRefusal(used.problems));
    }
  };
  if (templates.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-md font-semibold">Templates</h2>
      {problem ? <ProblemNote problem={problem} /> : null}
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3" aria-label="Templates">
        {templates.map(({ id, name, description, persona, builtIn, widgetCount }) => (
          <li key={id}>
            <button
              type="button"
              data-template={name}
              aria-busy={busy === id || undefined}
              onClick={() => void (busy === null && start(id))}
              className="panel flex h-full w-full items-start gap-3 p-4 text-left transition-colors hover:border-control hover:bg-raised"
            >
              <span className="grid size-9 shrink-0 place-items-center rounded-md bg-accent-soft text-accent">
                <LayoutTemplate aria-hidden size={17} />
              </span>
              <span className="grid min-w-0 flex-1 gap-1">
                <span className="font-medium">{name}</span>
                {description ? <span className="text-sm text-muted">{description}</span> : null}
                <span className="flex flex-wrap gap-1.5">
                  {persona ? <Badge tone="accent">{persona}</Badge> : null}
                  {builtIn ? <Badge>built in</Badge> : null}
                  {widgetCount === null ? null : <Badge>{plural(widgetCount, 'widget')}</Badge>}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
