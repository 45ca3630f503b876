import { Pencil, SearchX, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { BudgetDetailDocument, RemoveBudgetDocument, SaveBudgetDocument } from '../../gql/graphql.ts';
import type { BudgetDetailQuery, BudgetFieldsFragment } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useEvery } from '../../graph/use-every.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCompact, formatDay, formatMoment, formatPercent } from '../../ui/format.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { notify } from '../../ui/notify.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { formatDollars } from '../act/money.ts';
import { BackLink } from '../connect/back-link.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { BudgetBar } from './budget-bar.tsx';
import { BudgetNews } from './budget-news.tsx';
import { fullness, limitOf, whomOf } from './budget-words.ts';

const BudgetForm = lazy(async () => ({ default: (await import('./budget-form.tsx')).BudgetForm }));

const PAGE = 50;
const LOOK_MS = 10_000;
const LEDGER_WORDS = { RESERVED: 'set aside', SETTLED: 'spent', RELEASED: 'given back' } as const;

type Entry = BudgetDetailQuery['ledger']['nodes'][number];

/** One budget: how full it is, for whom, and every amount that was set aside and spent. */
export default function BudgetPage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const run = useRun();
  const may = useMay('budgets.write');
  const [{ dialog }, set] = useSearchState(['dialog']);
  const [first, setFirst] = useState(PAGE);
  // Not in the address: the page is gone when it is confirmed, and its address with it.
  const [removing, setRemoving] = useState(false);
  const [result, refresh] = useGraph(BudgetDetailDocument, { id, first });
  useEvery(LOOK_MS, refresh);
  const data = known(result);
  const budget = data?.budget ?? null;

  const remove = async (of: BudgetFieldsFragment): Promise<Problem | null> => {
    const outcome = await run(RemoveBudgetDocument, { id: of.id });
    if (!outcome.ok) return outcome.problem;
    const { removeBudget } = outcome.data;
    if (removeBudget.__typename === 'InputRefused') return problemOfRefusal(removeBudget.problems);
    const { name, scope, window, timeZone, limit, tokenLimit, onReaching, enabled } = of;
    const input = { name, scope, window, timeZone, limit, tokenLimit, onReaching, enabled, agentId: of.agent?.id ?? null };
    notify('success', `The budget “${name}” is gone`, undefined, { label: 'Undo', run: () => void run(SaveBudgetDocument, { input }) });
    await navigate('/agents/budgets');
    return null;
  };

  return (
    <>
      <BackLink to="/agents/budgets">Budgets</BackLink>
      <Page
        title={budget?.name ?? 'Budget'}
        intro={budget ? `${limitOf(budget)}, for ${whomOf(budget)}` : null}
        actions={
          budget && may ? (
            <>
              <Button onClick={() => set({ dialog: 'change' })}>
                <Pencil aria-hidden size={15} /> Change
              </Button>
              <Button look="danger" onClick={() => setRemoving(true)}>
                <Trash2 aria-hidden size={15} /> Remove
              </Button>
            </>
          ) : null
        }
      >
        {data === null && result.state === 'loading' ? <Loading label="Loading the budget" lines={6} /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {data && budget === null ? (
          <Empty icon={SearchX} title="There is no such budget" actions={<ButtonLink to="/agents/budgets">All budgets</ButtonLink>}>
            The link may be old, or it was removed.
          </Empty>
        ) : null}
        <BudgetNews budgetId={id} onGap={refresh} />
        {budget && data ? (
          <>
            <Panel
              title="How full it is"
              aside={
                <span className="flex items-center gap-2 text-sm text-muted">
                  {budget.enabled ? (
                    <Badge tone={fullness(budget.usage).tone}>{fullness(budget.usage).word}</Badge>
                  ) : (
                    <Badge>not in force</Badge>
                  )}
                  {budget.usage.endsAt ? `until ${formatDay(budget.usage.endsAt)}` : null}
                </span>
              }
            >
              <BudgetBar budget={budget} usage={budget.usage} label={`How full: ${budget.name}`} />
              {budget.usage.forecast ? <p className="mt-2 text-sm text-muted">{budget.usage.forecast.basis}</p> : null}
            </Panel>
            {budget.scope !== 'TENANT' && budget.usages.nodes.length > 0 ? (
              <section className="grid gap-3">
                <h2 className="text-md font-semibold">{budget.scope === 'RUN' ? 'Run by run' : 'Agent by agent'}</h2>
                <DataTable
                  label="Usage one by one"
                  rows={budget.usages.nodes}
                  rowKey={({ agent, run: of }) => of?.id ?? agent?.id ?? 'all'}
                  columns={[
                    {
                      name: budget.scope === 'RUN' ? 'Run' : 'Agent',
                      cell: ({ agent, run: of }) =>
                        of ? (
                          <Link to={`/runs/${of.id}`} className="link">
                            {of.title}
                          </Link>
                        ) : (
                          (agent?.name ?? 'all')
                        ),
                    },
                    { name: 'Used', numeric: true, sort: ({ share }) => share, cell: ({ share }) => formatPercent(share, 0) },
                    { name: 'Spent', numeric: true, sort: ({ spent }) => spent, cell: ({ spent }) => formatDollars(spent) },
                    { name: 'Set aside', numeric: true, sort: ({ reserved }) => reserved, cell: ({ reserved }) => formatDollars(reserved) },
                    {
                      name: 'Tokens',
                      numeric: true,
                      sort: ({ spentTokens }) => spentTokens,
                      cell: ({ spentTokens }) => formatCompact(spentTokens),
                    },
                  ]}
                />
              </section>
            ) : null}
            <section className="grid gap-3">
              <h2 className="text-md font-semibold">What was set aside and spent</h2>
              <Ledger entries={data.ledger.nodes} />
              <LoadMore
                shown={data.ledger.nodes.length}
                total={data.ledger.totalCount}
                busy={result.state === 'loading'}
                onMore={() => setFirst((count) => count + PAGE)}
              />
            </section>
            {dialog === 'change' && may ? (
              <Suspense fallback={null}>
                <BudgetForm
                  budget={budget}
                  onClose={() => set({ dialog: '' })}
                  onSaved={() => {
                    set({ dialog: '' });
                    refresh();
                  }}
                />
              </Suspense>
            ) : null}
            {removing && may ? (
              <ConfirmDialog
                title={`Remove the budget “${budget.name}”?`}
                keep="Keep it"
                action="Remove it"
                look="danger"
                onClose={() => setRemoving(false)}
                onConfirm={() => remove(budget)}
              >
                <p>What it limits is limited no more. What was spent stays on record.</p>
              </ConfirmDialog>
            ) : null}
          </>
        ) : null}
      </Page>
    </>
  );
}

function Ledger({ entries }: { entries: readonly Entry[] }) {
  return (
    <DataTable
      label="Ledger"
      rows={entries}
      rowKey={({ id }) => id}
      empty="Nothing was set aside yet. It is written here as agents work."
      columns={[
        { name: 'When', cell: ({ reservedAt }) => formatMoment(reservedAt), sort: ({ reservedAt }) => reservedAt },
        { name: 'Agent', cell: ({ agent }) => agent?.name ?? '–' },
        {
          name: 'Run and step',
          cell: ({ run, path }) => (
            <span className="[overflow-wrap:anywhere]">
              {run ? (
                <Link to={`/runs/${run.id}`} className="link">
                  {run.title}
                </Link>
              ) : (
                '–'
              )}{' '}
              <span className="font-mono text-xs text-muted">{path}</span>
            </span>
          ),
        },
        {
          name: 'State',
          cell: ({ state, over }) => (
            <span className="flex flex-wrap gap-1">
              <Badge tone={state === 'RESERVED' ? 'accent' : 'neutral'}>{LEDGER_WORDS[state]}</Badge>
              {over ? <Badge tone="warning">more than set aside</Badge> : null}
            </span>
          ),
        },
        { name: 'Set aside', numeric: true, cell: ({ reserved }) => formatDollars(reserved) },
        { name: 'Spent', numeric: true, cell: ({ spent }) => (spent === null ? '–' : formatDollars(spent)) },
        { name: 'Tokens', numeric: true, cell: ({ spentTokens }) => (spentTokens === null ? '–' : formatCompact(spentTokens)) },
      ]}
    />
  );
}
