import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { DashboardSummaryFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatAgo, plural } from '../../ui/format.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { dashboardPath } from './addresses.ts';
import { DeleteDialog } from './lazy-dialogs.ts';
import { Thumbnail } from './thumbnail.tsx';
import { useDelete } from './use-delete.ts';

const DeleteMenu = lazy(() => import('./delete-menu.tsx'));

/** A saved dashboard in the list: how it is laid out, what it is called, who made it. */
export function DashboardCard({ dashboard }: { dashboard: DashboardSummaryFragment }) {
  const { id, title, persona, widgets, updatedAt, createdBy } = dashboard;
  const [asking, setAsking] = useState(false);
  const now = useNow();
  const remove = useDelete();
  return (
    <li className="panel group/card relative overflow-hidden transition-colors hover:border-control" data-dashboard-card={id}>
      <Thumbnail widgets={widgets} />
      <div className="grid gap-1 p-4">
        <div className="flex items-start gap-2">
          <h2 className="min-w-0 flex-1 truncate text-md font-semibold">
            <Link to={dashboardPath(id)} className="after:absolute after:inset-0 hover:underline">
              {title}
            </Link>
          </h2>
          {persona ? <Badge tone="accent">{persona}</Badge> : null}
          <span className="relative z-1 -my-1 -mr-2">
            <MenuButton label={`Actions on ${title}`} className="size-8">
              {(trigger) => <DeleteMenu label={`Actions on ${title}`} trigger={trigger} what="Delete" onDelete={() => setAsking(true)} />}
            </MenuButton>
          </span>
        </div>
        <p className="truncate text-sm text-muted">
          {plural(widgets.length, 'widget')}
          {updatedAt ? ` · saved ${formatAgo(updatedAt, now)}` : ''}
          {createdBy ? ` · ${createdBy.displayName}` : ''}
        </p>
      </div>
      <Suspense fallback={null}>
        {asking ? (
          <DeleteDialog
            title={title}
            onCancel={() => setAsking(false)}
            onDelete={async () => {
              if (!(await remove(dashboard))) setAsking(false);
            }}
          />
        ) : null}
      </Suspense>
    </li>
  );
}
