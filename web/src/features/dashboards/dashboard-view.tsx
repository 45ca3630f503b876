import { LayoutDashboard } from 'lucide-react';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useLeaveGuard } from '../../app/leave-guard.ts';
import type { DashboardOutlineFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { Empty, ProblemNote } from '../../ui/states.tsx';
import { dashboardPath } from './addresses.ts';
import { BoardContext } from './board-context.ts';
import { BoardSheets } from './board-sheets.tsx';
import type { OpenSheet } from './board-sheets.tsx';
import { SharedCrosshair } from './crosshair.tsx';
import type { Draft } from './draft.ts';
import { Grid } from './grid.tsx';
import { KeptNote } from './kept-note.tsx';
import { PickedChips } from './picked-chips.tsx';
import { useRefineWidget } from './refine-widget.ts';
import { shareLink } from './share-link.ts';
import { Toolbar } from './toolbar.tsx';
import { useBoardMode } from './use-address.ts';
import { useBoardValue } from './use-board-value.ts';
import { useCrossFilter } from './use-cross-filter.ts';
import { useDelete } from './use-delete.ts';
import { useEditing } from './use-editing.ts';
import { useExport } from './use-export.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { useSave } from './use-save.ts';

// Below the widgets, so it may come after them.
const AddWidget = lazy(() => import('./add-widget.tsx'));
const RefineBox = lazy(() => import('./refine-box.tsx'));
const Presentation = lazy(() => import('./presentation.tsx'));
const PrintView = lazy(() => import('./print-view.tsx'));

/** What an address says of how the same dashboard is looked at. */
const LOOKS = ['only', 'as'];

/** One dashboard, to look at and to change. Give it a `key` of the dashboard's id: it holds the changes. */
export default function DashboardView({ dashboard }: { dashboard: DashboardOutlineFragment }) {
  const { editing, changed, apply, actions, tidy, said } = useEditing(dashboard);
  const { origin, draft } = editing;
  const kept = useKeptDraft(dashboard, editing);
  const { saving, save, compare, dismiss } = useSave();
  const guard = useLeaveGuard(changed, LOOKS);
  const remove = useDelete();
  const exportAs = useExport();
  const navigate = useNavigate();
  const filter = useCrossFilter(editing);
  const [mode, setMode] = useBoardMode();
  const [sheet, setSheet] = useState<OpenSheet>('none');
  const adding = useRef<HTMLDivElement>(null);
  const board = useBoardValue(origin.persona, filter);
  const wish = useRefineWidget(editing, apply);
  const cardActions = useMemo(() => ({ ...actions, wish }), [actions, wish]);

  const keep = async (as: 'itself' | 'copy', then?: () => void, from = editing) => {
    const saved = await save(from, as);
    if (!saved) return;
    kept.saved();
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
  const saveMerged = (theirs: DashboardOutlineFragment, merged: Draft) => {
    const done = `Merged with version ${theirs.version}`;
    apply({ kind: 'resume', origin: theirs, draft: merged, done });
    dismiss();
    const step = { draft: merged, done, tag: null };
    void keep('itself', undefined, { origin: theirs, steps: [step, step], at: 1, draft: merged });
  };
  const onDelete = async () => {
    if (await remove(origin)) guard.pass(() => void navigate('/dashboards', { replace: true }));
  };
  const onShare = () =>
    void shareLink(
      window.location.href,
      origin.saved ? 'It opens for colleagues who may see dashboards.' : 'It makes this dashboard anew; keep it to share your changes.',
    );
  const newer = dashboard.id === origin.id && dashboard.version > origin.version;
  const filters = filter.picks.map(({ value }) => value).join(', ');
  const still = { draft, shownAs: filter.shownAs, filters: filters ? `Only ${filters}` : '', onClose: () => setMode('edit') };
  return (
    <BoardContext value={board}>
      <SharedCrosshair>
        <div className="grid gap-5" data-dashboard={origin.id} data-changed={changed}>
          <Toolbar
            editing={editing}
            changed={changed}
            busy={saving.state === 'busy'}
            apply={apply}
            onTidy={tidy}
            onAdd={() => adding.current?.querySelector('input')?.focus()}
            onRename={() => setSheet('rename')}
            onSave={() => void keep('itself')}
            doing={{
              onSheet: setSheet,
              onExport: (format) => void exportAs(origin.id, format),
              onShare,
              onPresent: () => setMode('present'),
              onPrint: () => setMode('print'),
              onCopy: () => void keep('copy'),
              onDelete: () => setSheet('delete'),
            }}
          />
          {kept.before ? (
            <KeptNote
              before={kept.before}
              current={dashboard.version}
              onResume={({ origin: from, draft: work }) => {
                apply({ kind: 'resume', origin: from, draft: work, done: 'Went on with changes from before' });
                kept.decided(false);
              }}
              onDrop={() => kept.decided(true)}
            />
          ) : null}
          {changed && newer ? (
            <p role="status" data-newer className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-medium-soft px-4 py-2.5">
              Version {dashboard.version} was saved while you were changing this one. Your changes are still here.
              <Button look="quiet" className="min-h-7 text-ink underline underline-offset-3" onClick={() => compare(dashboard)}>
                Compare and merge
              </Button>
            </p>
          ) : null}
          {saving.state === 'failed' ? <ProblemNote problem={saving.problem} onRetry={() => void keep('itself')} /> : null}
          <p aria-live="polite" className="sr-only" data-said>
            {said}
          </p>
          <div inert={saving.state === 'busy'} className="grid gap-4">
            <Suspense fallback={<div className="h-21" />}>
              <RefineBox editing={editing} apply={apply} />
            </Suspense>
            <PickedChips filter={filter} widgets={draft.widgets} />
            {draft.widgets.length === 0 ? (
              <Empty icon={LayoutDashboard} title="No widget is left">
                Ask for one below, or undo the last step with Ctrl Z.
              </Empty>
            ) : (
              <Grid
                widgets={draft.widgets}
                shownAs={filter.shownAs}
                actions={cardActions}
                onArrange={(places, about) => apply({ kind: 'arrange', places, about })}
              />
            )}
            <div ref={adding}>
              <Suspense fallback={<div className="h-30" />}>
                <AddWidget draft={draft} persona={origin.persona} onAdd={(widget) => apply({ kind: 'add', widget })} />
              </Suspense>
            </div>
          </div>
          <BoardSheets
            {...{ sheet, editing, saving, guard, apply, takeTheirs, saveMerged, dismiss, onDelete }}
            onCopy={() => void keep('copy')}
            onSaveAndLeave={() => void keep('itself', guard.leave)}
            onClose={() => setSheet('none')}
          />
          <Suspense fallback={null}>
            {mode === 'present' ? <Presentation {...still} /> : null}
            {mode === 'print' ? <PrintView {...still} /> : null}
          </Suspense>
        </div>
      </SharedCrosshair>
    </BoardContext>
  );
}
