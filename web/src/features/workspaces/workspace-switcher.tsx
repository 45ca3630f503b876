import { ChevronsUpDown, FlaskConical } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import { workspaceName } from './workspace-name.ts';

const Popover = lazy(() => import('../../ui/popover.tsx'));
const WorkspaceMenu = lazy(() => import('./workspace-menu.tsx'));

/** In which workspace one is, and the way into another. */
export function WorkspaceSwitcher() {
  const viewer = useViewer();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  if (!viewer) return <div className="h-12" />;
  const { tenant } = viewer;
  return (
    <>
      <button
        ref={button}
        type="button"
        data-workspace-switcher
        data-tenant={tenant.slug}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen((now) => !now)}
        className="flex min-h-12 w-full items-center gap-2.5 rounded-lg border border-line px-3 py-1.5 text-left transition-colors hover:border-control hover:bg-raised"
      >
        <span
          aria-hidden
          className={
            tenant.demo
              ? 'grid size-8 shrink-0 place-items-center rounded-md bg-medium-soft text-medium'
              : 'grid size-8 shrink-0 place-items-center rounded-md bg-accent-soft text-sm font-semibold text-accent'
          }
        >
          {tenant.demo ? <FlaskConical size={16} /> : tenant.name.slice(0, 1).toUpperCase()}
        </span>
        <span className="grid min-w-0 flex-1 leading-tight">
          <span className="truncate text-sm font-medium">{workspaceName(tenant)}</span>
          <span className="truncate text-xs text-muted">{tenant.demo ? 'Demo company' : 'Your workspace'}</span>
        </span>
        <ChevronsUpDown aria-hidden size={15} className="shrink-0 text-muted" />
      </button>
      {open ? (
        <Suspense fallback={null}>
          <Popover
            anchor={button}
            label="Workspaces"
            align="start"
            className="w-[min(320px,calc(100vw-24px))] p-2"
            onClose={() => setOpen(false)}
          >
            <WorkspaceMenu onDone={() => setOpen(false)} />
          </Popover>
        </Suspense>
      ) : null}
    </>
  );
}
