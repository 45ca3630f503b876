import { lazy, Suspense } from 'react';
import type { LeaveGuard } from '../../app/leave-guard.ts';
import type { DashboardOutlineFragment } from '../../gql/graphql.ts';
import type { DashboardSheet } from './dashboard-menu.tsx';
import type { Draft } from './draft.ts';
import type { Edit, Editing } from './editing.ts';
import { DeleteDialog } from './lazy-dialogs.ts';
import type { Saving } from './use-save.ts';

const LeaveDialog = lazy(() => import('../../app/leave-dialog.tsx'));
const ConflictDialog = lazy(() => import('./conflict-dialog.tsx'));
const VersionsSheet = lazy(() => import('./versions-sheet.tsx'));
const SnapshotsSheet = lazy(() => import('./snapshots-sheet.tsx'));
const TemplateSheet = lazy(() => import('./template-sheet.tsx'));
const RenameSheet = lazy(() => import('./rename-sheet.tsx'));

export type OpenSheet = 'none' | 'rename' | 'delete' | DashboardSheet;

interface BoardSheetsProps {
  sheet: OpenSheet;
  editing: Editing;
  saving: Saving;
  guard: LeaveGuard;
  apply: (edit: Edit) => void;
  takeTheirs: (theirs: DashboardOutlineFragment) => void;
  saveMerged: (theirs: DashboardOutlineFragment, merged: Draft) => void;
  dismiss: () => void;
  onCopy: () => void;
  onSaveAndLeave: () => void;
  onDelete: () => Promise<unknown>;
  onClose: () => void;
}

/** What opens over a board: sheets, and questions before something is lost. */
export function BoardSheets(props: BoardSheetsProps) {
  const { sheet, editing, saving, guard, apply, takeTheirs, saveMerged, dismiss, onCopy, onSaveAndLeave, onDelete, onClose } = props;
  const { origin, draft } = editing;
  return (
    <Suspense fallback={null}>
      {sheet === 'rename' ? (
        <RenameSheet what="dashboard" name={draft.title} onRename={(title) => apply({ kind: 'rename', title })} onClose={onClose} />
      ) : null}
      {sheet === 'versions' ? (
        <VersionsSheet editing={editing} onRestored={(by) => apply({ kind: 'replace', by })} onClose={onClose} />
      ) : null}
      {sheet === 'snapshots' ? <SnapshotsSheet id={origin.id} onClose={onClose} /> : null}
      {sheet === 'template' ? <TemplateSheet editing={editing} onClose={onClose} /> : null}
      {sheet === 'delete' ? <DeleteDialog title={origin.title} onCancel={onClose} onDelete={onDelete} /> : null}
      {saving.state === 'conflict' ? (
        <ConflictDialog
          editing={editing}
          theirs={saving.theirs}
          onMerged={(merged) => saveMerged(saving.theirs, merged)}
          onCopy={onCopy}
          onTheirs={() => takeTheirs(saving.theirs)}
          onClose={dismiss}
        />
      ) : null}
      {guard.asking && saving.state !== 'conflict' ? (
        <LeaveDialog onStay={guard.stay} onLeave={guard.leave} onSave={onSaveAndLeave}>
          Your changes to this dashboard are not saved yet. They stay in this browser: when you come back, you can go on with them.
        </LeaveDialog>
      ) : null}
    </Suspense>
  );
}
