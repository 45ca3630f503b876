import { Plus, Wallet } from 'lucide-react';
import { lazy, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { BudgetsDocument } from '../../gql/graphql.ts';
import type { BudgetFieldsFragment } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useEvery } from '../../graph/use-every.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/states.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { ActFrame } from '../act/act-frame.tsx';
import { Editing } from '../act/editing.tsx';
import { Listed } from '../settings/listed.tsx';
import { BudgetBar } from './budget-bar.tsx';
import { BudgetNews } from './budget-news.tsx';
import { fullness, limitOf, whomOf } from './budget-words.ts';

const BudgetForm = lazy(async () => ({ default: (await import('./budget-form.tsx')).BudgetForm }));

const PAGE = 50;
/** Money is spent while somebody looks. */
const LOOK_MS = 10_000;

/** What agents may spend, and what of it they have: the fullest first. What is being made or changed is in the address (?edit=). */
export default function BudgetsPage() {
  const [{ edit }, set] = useSearchState(['edit']);
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(BudgetsDocument, { first });
  const may = useMay('budgets.write');
  useEvery(LOOK_MS, refresh);
  useKeys({ c: () => (may ? set({ edit: 'new' }) : undefined) });
  const budgets = known(result)?.budgets.nodes ?? [];
  const edited = budgets.find(({ id }) => id === edit) ?? null;
  const make = may ? (
    <Button look="primary" aria-keyshortcuts="c" onClick={() => set({ edit: 'new' })} data-new-budget>
      <Plus aria-hidden size={16} /> New budget
    </Button>
  ) : null;
  return (
    <ActFrame
      title="Budgets"
      guide="agent-budgets-and-schedules"
      intro="What agents may spend. Money is set aside before it is spent, so that a limit is never passed, however many work at once."
      actions={make}
    >
      <BudgetNews onGap={refresh} />
      <Listed
        what="the budgets"
        result={result}
        refresh={refresh}
        pick={(data) => data.budgets}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Wallet} title="Nothing limits what agents spend yet" actions={make}>
            Each agent has a limit for every run of its own. A budget limits an agent, a run or everything together, by the day, the week or
            the month, and tells you before it is used up.
          </Empty>
        }
      >
        {(nodes) => (
          <ul aria-label="Budgets" className="grid items-start gap-4 md:grid-cols-2">
            {nodes
              .toSorted((a, b) => Number(b.enabled) - Number(a.enabled) || b.usage.share - a.usage.share)
              .map((budget) => (
                <BudgetCard key={budget.id} budget={budget} />
              ))}
          </ul>
        )}
      </Listed>
      <Editing may={may} edit={edit} thing={edited} onClose={() => set({ edit: '' })} onSaved={refresh}>
        {(ways) => <BudgetForm budget={edited} {...ways} />}
      </Editing>
    </ActFrame>
  );
}

function BudgetCard({ budget }: { budget: BudgetFieldsFragment }) {
  const { word, tone } = fullness(budget.usage);
  return (
    <li className="panel relative grid gap-3 p-5 transition-colors hover:border-control" data-budget={budget.id}>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h2 className="min-w-0 text-md font-semibold [overflow-wrap:anywhere]">
          <Link to={`/agents/budgets/${budget.id}`} className="after:absolute after:inset-0">
            {budget.name}
          </Link>
        </h2>
        {budget.enabled ? <Badge tone={tone}>{word}</Badge> : <Badge>not in force</Badge>}
        {budget.onReaching === 'WARN' ? <Badge>warns only</Badge> : null}
      </div>
      <p className="text-sm text-muted">
        {limitOf(budget)}, for {whomOf(budget)}
        {budget.usage.agent && budget.agent === null ? ` · nearest: ${budget.usage.agent.name}` : ''}
      </p>
      <BudgetBar budget={budget} usage={budget.usage} label={`How full: ${budget.name}`} />
    </li>
  );
}
