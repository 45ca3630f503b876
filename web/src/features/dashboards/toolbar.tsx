import { ChevronDown, History, LayoutGrid, Pencil, Plus, Redo2, Undo2 } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatAgo } from '../../ui/format.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { useBoard } from './board-context.ts';
import type { BoardDoing } from './dashboard-menu.tsx';
import type { Edit, Editing } from './editing.ts';
import { ProgressLine } from './progress-line.tsx';

const DashboardMenu = lazy(() => import('./dashboard-menu.tsx'));
const HistoryPanel = lazy(() => import('./history-panel.tsx'));

interface ToolbarProps {
  editing: Editing;
  changed: boolean;
  busy: boolean;
  apply: (edit: Edit) => void;
  onTidy: () => void;
  onAdd: () => void;
  onRename: () => void;
  onSave: () => void;
  doing: BoardDoing;
}

function Standing({ editing, changed }: Pick<ToolbarProps, 'editing' | 'changed'>) {
  const [now] = useState(() => new Date());
  const { saved, persona, updatedAt, createdBy, version } = editing.origin;
  return (
    <p className="flex min-h-5 flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-muted" data-version={version}>
      {persona ? <Badge tone="accent">{persona}</Badge> : null}
      {changed ? (
        <span title="They are kept in this browser until you save.">
          <Badge tone="warning">unsaved changes</Badge>
        </span>
      ) : saved ? null : (
        <Badge>not kept yet</Badge>
      )}
      {updatedAt ? (
        <span>
          version {version}, saved {formatAgo(updatedAt, now)}
          {createdBy ? ` · made by ${createdBy.displayName}` : ''}
        </span>
      ) : null}
    </p>
  );
}

/** The head of a dashboard: its name, what it is about, and everything that is done with it as a whole. */
export function Toolbar({ editing, changed, busy, apply, onTidy, onAdd, onRename, onSave, doing }: ToolbarProps) {
  const may = useMay('dashboards.write');
  const { asking } = useBoard();
  const { origin, draft, steps, at } = editing;
  const [history, setHistory] = useState(false);
  const historyButton = useRef<HTMLButtonElement>(null);
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 flex-1 basis-96 gap-1.5">
        <div className="flex items-center gap-1">
          <h2 className="min-w-0 text-xl font-semibold tracking-tight break-words" dir="auto" data-dashboard-title>
            {draft.title}
          </h2>
          <IconButton label="Rename the dashboard" className="size-8 shrink-0" onClick={onRename}>
            <Pencil aria-hidden size={15} />
          </IconButton>
        </div>
        {origin.text ? <p className="max-w-[88ch] text-base text-pretty text-muted">{origin.text}</p> : null}
        <div className="flex min-h-8 flex-wrap items-center gap-x-4">
          <Standing editing={editing} changed={changed} />
          <ProgressLine asking={asking} />
        </div>
      </div>
      <div role="toolbar" aria-label="Dashboard" className="flex flex-wrap items-center gap-1.5">
        <span className="flex items-center">
          <IconButton label="Undo (Ctrl Z)" disabled={at === 0} onClick={() => apply({ kind: 'undo' })}>
            <Undo2 aria-hidden size={17} />
          </IconButton>
          <IconButton label="Redo (Ctrl Shift Z)" disabled={at === steps.length - 1} onClick={() => apply({ kind: 'redo' })}>
            <Redo2 aria-hidden size={17} />
          </IconButton>
          <IconButton
            ref={historyButton}
            label="What was done"
            aria-expanded={history}
            disabled={steps.length === 1}
            onClick={() => setHistory((open) => !open)}
            data-history-button
          >
            <History aria-hidden size={16} />
            <ChevronDown aria-hidden size={11} />
          </IconButton>
          <IconButton label="Tidy the layout" onClick={onTidy}>
            <LayoutGrid aria-hidden size={16} />
          </IconButton>
        </span>
        <Button onClick={onAdd}>
          <Plus aria-hidden size={16} /> Add
        </Button>
        {may ? (
          <Button look="primary" busy={busy} disabled={origin.saved && !changed} data-save onClick={onSave}>
            {busy ? 'Saving…' : origin.saved ? 'Save' : 'Keep this dashboard'}
          </Button>
        ) : null}
        <MenuButton label="More actions on the dashboard">
          {(trigger) => <DashboardMenu label="More" trigger={trigger} saved={origin.saved} may={may} {...doing} />}
        </MenuButton>
      </div>
      <Suspense fallback={null}>
        {history ? (
          <HistoryPanel
            editing={editing}
            anchor={historyButton}
            onGo={(to) => apply({ kind: 'go', to })}
            onClose={() => setHistory(false)}
          />
        ) : null}
      </Suspense>
    </header>
  );
}
