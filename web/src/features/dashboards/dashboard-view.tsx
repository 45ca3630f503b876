import { LayoutDashboard } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DashboardOutlineFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { Empty, ProblemNote } from '../../ui/states.tsx';
import { dashboardPath } from './addresses.ts';
import type { DashboardSheet } from './dashboard-menu.tsx';
import { Grid } from './grid.tsx';
import { useLeaveGuard } from './leave-guard.ts';
import { ConflictDialog, DeleteDialog, LeaveDialog } from './lazy-dialogs.ts';
import { Toolbar } from './toolbar.tsx';
import { useDelete } from './use-delete.ts';
import { useExport } from './use-export.ts';
import { useEditing } from './use-editing.ts';
import { useSave } from './use-save.ts';

// Below the widgets, so it may come after them.
const AddWidget = lazy(() => import('./add-widget.tsx'));
const RefineBox = lazy(() => import('./refine-box.tsx'));
const VersionsSheet = lazy(() => import('./versions-sheet.tsx'));
const SnapshotsSheet = lazy(() => import('./snapshots-sheet.tsx'));
const TemplateSheet = lazy(() => import('./template-sheet.tsx'));
const RenameSheet = lazy(() => import('./rename-sheet.tsx'));

/** One dashboard, to look at and to change. Give it a `key` of the dashboard's id: it holds the changes. */
export default function DashboardView({ dashboard }: { dashboard: DashboardOutlineFragment }) {
  const { editing, changed, apply, actions, said } = useEditing(dashboard);
  const { origin, draft } = editing;
  const { saving, save, dismiss } = useSave();
  const guard = useLeaveGuard(changed);
  const remove = useDelete();
  const exportAs = useExport();
  const navigate = useNavigate();
  const [sheet, setSheet] = useState<'none' | 'rename' | 'delete' | DashboardSheet>('none');
  const adding = useRef<HTMLDivElement>(null);

  const keep = async (as: 'itself' | 'copy', then?: () => void) => {
    const saved = await save(editing, as);
    if (!saved) return;
    notify('success', as === 'copy' ? `Kept as “${saved.title}”.` : `“${saved.title}” is saved.`);
    const elsewhere = saved.id !== origin.id;
    if (then) guard.pass(then);
    else if (elsewhere) guard.pass(() => void navigate(dashboardPath(saved.id), { replace: as === 'itself' }));
    if (!elsewhere) apply({ kind: 'replace', by: saved });
  };
  const takeTheirs = (theirs: DashboardOutlineFragment) => {
    apply({ kind: 'replace', by: theirs });
    dismiss();
  };
  const onDelete = async () => {
    if (await remove(origin)) guard.pass(() => void navigate('/dashboards', { replace: true }));
  };
  const newer = dashboard.id === origin.id && dashboard.version > origin.version;
  const close = () => setSheet('none');

  return (
    <div className="grid gap-5" data-dashboard={origin.id} data-changed={changed}>
      <Toolbar
        editing={editing}
        changed={changed}
        busy={saving.state === 'busy'}
        onUndo={() => apply({ kind: 'undo' })}
        onRedo={() => apply({ kind: 'redo' })}
        onAdd={() => adding.current?.querySelector('input')?.focus()}
        onRename={() => setSheet('rename')}
        onSave={() => void keep('itself')}
        onDelete={() => setSheet('delete')}
        onSheet={setSheet}
        onExport={(format) => void exportAs(origin.id, format)}
      />
      {changed && newer ? (
        <p role="status" data-newer className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-medium-soft px-4 py-2.5">
          Version {dashboard.version} was saved while you were changing this one. Your changes are still here.
          <Button look="quiet" className="min-h-7 text-ink underline underline-offset-3" onClick={() => takeTheirs(dashboard)}>
            Take theirs
          </Button>
        </p>
      ) : null}
      {saving.state === 'failed' ? <ProblemNote problem={saving.problem} /> : null}
      <p aria-live="polite" className="sr-only" data-said>
        {said}
      </p>
      <div inert={saving.state === 'busy'} className="grid gap-5">
        <Suspense fallback={<div className="h-12" />}>
          <RefineBox editing={editing} onRefine={(draft) => apply({ kind: 'become', draft })} onUndo={() => apply({ kind: 'undo' })} />
        </Suspense>
        {draft.widgets.length === 0 ? (
          <Empty icon={LayoutDashboard} title="No widget is left">
            Ask for one below, or undo the last step with Ctrl Z.
          </Empty>
        ) : (
          <Grid
            widgets={draft.widgets}
            persona={origin.persona}
            actions={actions}
            onArrange={(places) => apply({ kind: 'arrange', places })}
          />
        )}
        <div ref={adding}>
          <Suspense fallback={<div className="h-30" />}>
            <AddWidget draft={draft} persona={origin.persona} onAdd={(widget) => apply({ kind: 'add', widget })} />
          </Suspense>
        </div>
      </div>
      <Suspense fallback={null}>
        {sheet === 'rename' ? (
          <RenameSheet what="dashboard" name={draft.title} onRename={(title) => apply({ kind: 'rename', title })} onClose={close} />
        ) : null}
        {sheet === 'versions' ? (
          <VersionsSheet dashboard={origin} onRestored={(by) => apply({ kind: 'replace', by })} onClose={close} />
        ) : null}
        {sheet === 'snapshots' ? <SnapshotsSheet id={origin.id} onClose={close} /> : null}
        {sheet === 'template' ? <TemplateSheet editing={editing} onClose={close} /> : null}
        {sheet === 'delete' ? <DeleteDialog title={origin.title} onCancel={close} onDelete={onDelete} /> : null}
        {saving.state === 'conflict' ? (
          <ConflictDialog
            mine={draft.title}
            theirs={saving.theirs}
            onCopy={() => void keep('copy')}
            onTheirs={() => takeTheirs(saving.theirs)}
            onClose={dismiss}
          />
        ) : null}
        {guard.asking && saving.state !== 'conflict' ? (
          <LeaveDialog onStay={guard.stay} onLeave={guard.leave} onSave={() => void keep('itself', guard.leave)} />
        ) : null}
      </Suspense>
    </div>
  );
}
