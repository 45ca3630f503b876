import { BookOpen, Boxes, Cable, Clock3, LayoutDashboard, Ruler, Sparkles, Workflow } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useMemo, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { parsePages, readPages, watchPages } from '../../app/recent-pages.ts';
import { useViewer } from '../../app/viewer.ts';
import type { OverviewQuery } from '../../gql/graphql.ts';
import { formatCount } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';

const SHOWN = 6;

const ICONS: readonly (readonly [start: string, icon: LucideIcon])[] = [
  ['/ask', Sparkles],
  ['/dashboards', LayoutDashboard],
  ['/connections', Cable],
  ['/ontology', Boxes],
  ['/business-metrics', Ruler],
  ['/runs', Workflow],
  ['/help', BookOpen],
];

/** Where one was lately; before one was anywhere, what there is to look at. */
export function Recent({ data }: { data: OverviewQuery }) {
  const tenantId = useViewer()?.tenant.id ?? '';
  const text = useSyncExternalStore(watchPages, () => (tenantId ? readPages(tenantId) : '[]'));
  const pages = useMemo(() => parsePages(text).slice(0, SHOWN), [text]);
  if (pages.length === 0) return <Entities data={data} />;
  return (
    <Panel title="Recently viewed">
      <ul className="-mx-2 grid gap-0.5" aria-label="Recently viewed" data-recent={pages.length}>
        {pages.map(({ path, title }) => {
          const Icon = ICONS.find(([start]) => path.startsWith(start))?.[1] ?? Clock3;
          return (
            <li key={path} className="relative flex items-center gap-3 rounded-md px-2 py-1.5 transition-colors hover:bg-raised">
              <Icon aria-hidden size={16} className="shrink-0 text-muted" />
              <Link to={path} dir="auto" title={title} className="min-w-0 flex-1 truncate after:absolute after:inset-0">
                {title || path}
              </Link>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function Entities({ data }: { data: OverviewQuery }) {
  const nodes = data.entityTypes.nodes.toSorted((a, b) => b.recordCount - a.recordCount).slice(0, SHOWN);
  return (
    <Panel title="What you have">
      {nodes.length === 0 ? (
        <p className="text-muted">Nothing is unified yet. Accounts, deals, products – whatever your files hold – are listed here.</p>
      ) : (
        <ul className="-mx-2 grid gap-0.5" aria-label="Entity types">
          {nodes.map(({ id, name, pluralLabel, recordCount }) => (
            <li
              key={id}
              className="relative flex items-center justify-between gap-3 rounded-md px-2 py-1.5 transition-colors hover:bg-raised"
            >
              <Link to={`/ontology/${encodeURIComponent(name)}`} className="min-w-0 truncate after:absolute after:inset-0">
                {pluralLabel}
              </Link>
              <span className="font-medium">{formatCount(recordCount)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
