import { BellRing, CheckCheck, CircleAlert, Hand, ShieldAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Link } from 'react-router';
import { PersonaHomeDocument, WaitingForMeDocument } from '../../gql/graphql.ts';
import type { OverviewQuery, Persona } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { formatAgo } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { useNow } from '../../ui/use-now.ts';
import { dueOf } from '../agents/approval-looks.ts';

interface Entry {
  key: string;
  icon: LucideIcon;
  look: string;
  title: string;
  detail: string;
  to: string;
}

/** What only a person can move on: decisions, mappings, work that failed, and what watches have found. */
export function Waits({ data, persona }: { data: OverviewQuery; persona: Persona | null }) {
  const now = useNow();
  const [waiting] = useGraph(WaitingForMeDocument, {});
  const [home] = useGraph(PersonaHomeDocument, { persona: persona ?? 'CFO' });
  const found = known(waiting);
  const alerts = known(home)?.personaHome.alerts ?? [];
  const entries: readonly Entry[] = [
    ...(found?.approvals.nodes ?? []).map(({ id, title, expiresAt }) => ({
      key: id,
      icon: Hand,
      look: 'text-medium',
      title,
      detail: `waits for your decision, ${dueOf(expiresAt, now).text}`,
      to: `/agents?approval=${id}`,
    })),
    ...data.connections.nodes
      .filter(({ mappingProposal }) => mappingProposal?.status === 'PROPOSED')
      .map(({ id, name }) => ({
        key: `map ${id}`,
        icon: Hand,
        look: 'text-medium',
        title: `The mapping of ${name}`,
        detail: 'is proposed; accept it to ask about it',
        to: `/connections/${id}/mapping`,
      })),
    ...alerts.map(({ id, text, at, watch }) => ({
      key: id,
      icon: BellRing,
      look: 'text-accent',
      title: text,
      detail: `${watch?.metric?.label ?? 'A watch'}, ${formatAgo(at, now)}`,
      to: watch?.metric ? `/business-metrics/${encodeURIComponent(watch.metric.name)}` : '/business-metrics/watched-metrics',
    })),
    ...(found?.failedJobs.nodes ?? [])
      .filter(({ superseded }) => !superseded)
      .map(({ id, message, failedAt, run }) => ({
        key: `job ${id}`,
        icon: CircleAlert,
        look: 'text-low',
        title: `${run.title} failed`,
        detail: `${message} · ${formatAgo(failedAt, now)}`,
        to: `/runs/${run.id}`,
      })),
  ];
  const more = (found?.approvals.totalCount ?? 0) - (found?.approvals.nodes.length ?? 0);
  return (
    <Panel title="Waits for you" className="min-w-0">
      {found && entries.length === 0 ? (
        <p className="flex items-center gap-2.5 text-muted" data-waits="0">
          <CheckCheck aria-hidden size={17} className="text-high" /> Nothing. Everything goes on by itself.
        </p>
      ) : null}
      {entries.length > 0 ? (
        <ul className="-mx-2 grid gap-0.5" aria-label="Waits for you" data-waits={entries.length}>
          {entries.map(({ key, icon: Icon, look, title, detail, to }) => (
            <li key={key} className="relative flex items-start gap-3 rounded-md px-2 py-2 transition-colors hover:bg-raised">
              <Icon aria-hidden size={17} className={`mt-0.5 shrink-0 ${look}`} />
              <div className="grid min-w-0">
                <Link to={to} dir="auto" className="line-clamp-2 font-medium break-words after:absolute after:inset-0">
                  {title}
                </Link>
                <p className="truncate text-sm text-muted">{detail}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {waiting.state === 'failed' ? (
        <p className="flex items-center gap-2 text-muted">
          <ShieldAlert aria-hidden size={16} /> What waits could not be loaded.
        </p>
      ) : null}
      {more > 0 ? (
        <Link to="/agents" className="mt-3 inline-block text-sm text-accent underline underline-offset-3">
          and {more} more
        </Link>
      ) : null}
    </Panel>
  );
}
