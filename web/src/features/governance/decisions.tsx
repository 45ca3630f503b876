import { Gavel } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { GovernanceDecisionsDocument } from '../../gql/graphql.ts';
import type { GovernanceVerdict } from '../../gql/graphql.ts';
import { useEvery } from '../../graph/use-every.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Segments } from '../../ui/segments.tsx';
import { Empty } from '../../ui/states.tsx';
import { formatDollars } from '../act/money.ts';
import { Listed } from '../settings/listed.tsx';
import { VERDICT_CHOICES, verdictLook } from './looks.ts';

const PAGE = 50;
const LOOK_MS = 10_000;
const ALL = { value: '', label: 'All' } as const;

interface DecisionsProps {
  agentId?: string;
  runId?: string;
}

/** What was judged before it was done, the newest first: of everybody, of one agent, or of one run. */
export function Decisions({ agentId, runId }: DecisionsProps) {
  const [{ verdict: wanted }, set] = useSearchState(['verdict']);
  const verdict = VERDICT_CHOICES.find(({ value }) => value === wanted.toUpperCase())?.value ?? '';
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(GovernanceDecisionsDocument, {
    first,
    agentId: agentId ?? null,
    runId: runId ?? null,
    verdict: verdict === '' ? null : (verdict as GovernanceVerdict),
  });
  useEvery(LOOK_MS, refresh);
  return (
    <div className="grid gap-4">
      <Segments
        label="How it was judged"
        value={verdict}
        options={[ALL, ...VERDICT_CHOICES]}
        onChange={(value) => set({ verdict: value.toLowerCase() })}
      />
      <Listed
        what="the decisions"
        result={result}
        refresh={refresh}
        pick={(data) => data.governanceDecisions}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Gavel} title={verdict === '' ? 'Nothing was judged yet' : 'None was judged like this'}>
            Before an agent does anything, it is judged; every judgement is written here with its reason.
          </Empty>
        }
      >
        {(decisions) => (
          <DataTable
            label="Decisions"
            rows={decisions}
            rowKey={({ id }) => id}
            columns={[
              { name: 'When', cell: ({ decidedAt }) => <span className="whitespace-nowrap">{formatMoment(decidedAt)}</span> },
              ...(agentId === undefined ? [{ name: 'Agent', cell: ({ agent }: Decision) => agent?.name ?? '–' }] : []),
              {
                name: 'Action',
                cell: ({ action, amount, run, path }) => (
                  <span className="grid min-w-40 gap-0.5 [overflow-wrap:anywhere]">
                    <span className="font-mono text-sm">
                      {action}
                      {amount === null ? '' : ` · ${formatDollars(amount)}`}
                    </span>
                    {run && runId === undefined ? (
                      <Link to={`/runs/${run.id}`} className="text-sm link">
                        {run.title}
                        {path === null ? '' : `, ${path}`}
                      </Link>
                    ) : null}
                  </span>
                ),
              },
              {
                name: 'Judged',
                cell: ({ verdict: each }) => <Badge tone={verdictLook(each).tone}>{verdictLook(each).word}</Badge>,
              },
              {
                name: 'Why',
                cell: ({ reason, rule, version, findings }) => (
                  <span className="grid min-w-48 gap-0.5">
                    <span>{reason}</span>
                    <span className="text-xs text-muted">
                      {rule}, version {version}
                      {findings.length > 0 ? ` · ${findings.join(', ')}` : ''}
                    </span>
                  </span>
                ),
              },
            ]}
          />
        )}
      </Listed>
    </div>
  );
}

type Decision = { agent: { name: string } | null };
