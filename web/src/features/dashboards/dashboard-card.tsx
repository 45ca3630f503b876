import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import type { DashboardSummaryFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatAgo, plural } from '../../ui/format.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { dashboardPath } from './addresses.ts';
import { DeleteDialog } from './lazy-dialogs.ts';
import { shareLink } from './share-link.ts';
import { Thumbnail } from './thumbnail.tsx';
import { useDelete } from './use-delete.ts';
import { useFromOutside } from './use-from-outside.ts';

const CardMenu = lazy(() => import('./card-menu.tsx'));
const RenameSheet = lazy(() => import('./rename-sheet.tsx'));

/** A saved dashboard in the list: how it is laid out, what it is called, who made it. */
export function DashboardCard({ dashboard, onMoved }: { dashboard: DashboardSummaryFragment; onMoved: () => void }) {
  const { id, title, persona, widgets, updatedAt, createdBy } = dashboard;
  const [sheet, setSheet] = useState<'none' | 'delete' | 'rename'>('none');
  const now = useNow();
  const may = useMay('dashboards.write');
  const remove = useDelete();
  const { rename, duplicate } = useFromOutside();
  const close = () => setSheet('none');
  const then = async (done: Promise<boolean>) => {
    if (await done) onMoved();
  };
  return (
    <li className="panel group/card relative overflow-hidden transition-colors hover:border-control" data-dashboard-card={id}>
      <Thumbnail widgets={widgets} />
      <div className="grid gap-1 p-4">
        <div className="flex items-start gap-2">
          <h2 className="min-w-0 flex-1 truncate text-md font-semibold" dir="auto">
            <Link to={dashboardPath(id)} className="after:absolute after:inset-0 hover:underline" title={title}>
              {title}
            </Link>
          </h2>
          {persona ? <Badge tone="accent">{persona}</Badge> : null}
          <span className="relative z-1 -my-1 -mr-2">
            <MenuButton label={`Actions on ${title}`} className="size-8">
              {(trigger) => (
                <CardMenu
                  label={`Actions on ${title}`}
                  trigger={trigger}
                  may={may}
                  onRename={() => setSheet('rename')}
                  onDuplicate={() => void then(duplicate(id))}
                  onShare={() => void shareLink(dashboardPath(id), 'It opens for colleagues who may see dashboards.')}
                  onDelete={() => setSheet('delete')}
                />
              )}
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
        {sheet === 'rename' ? (
          <RenameSheet what="dashboard" name={title} onRename={(name) => void then(rename(id, name))} onClose={close} />
        ) : null}
        {sheet === 'delete' ? (
          <DeleteDialog
            title={title}
            onCancel={close}
            onDelete={async () => {
              if (!(await remove(dashboard))) close();
            }}
          />
        ) : null}
      </Suspense>
    </li>
  );
}
