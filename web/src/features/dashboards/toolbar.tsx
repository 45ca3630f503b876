import { Pencil, Plus, Redo2, Undo2 } from 'lucide-react';
import { lazy, useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatAgo } from '../../ui/format.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import type { DashboardSheet } from './dashboard-menu.tsx';
import type { Editing } from './editing.ts';

const DashboardMenu = lazy(() => import('./dashboard-menu.tsx'));

interface ToolbarProps {
  editing: Editing;
  changed: boolean;
  busy: boolean;
  onUndo: () => void;
  onRedo: () => void;
  onAdd: () => void;
  onRename: () => void;
  onSave: () => void;
  onDelete: () => void;
  onSheet: (sheet: DashboardSheet) => void;
  onExport: (format: 'JSON' | 'CSV') => void;
}

function Standing({ editing, changed }: Pick<ToolbarProps, 'editing' | 'changed'>) {
  const [now] = useState(() => new Date());
  const { saved, persona, updatedAt, createdBy, version } = editing.origin;
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-muted" data-version={version}>
      {persona ? <Badge tone="accent">{persona}</Badge> : null}
      {changed ? <Badge tone="warning">unsaved changes</Badge> : saved ? null : <Badge>not kept yet</Badge>}
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
export function Toolbar({ editing, changed, busy, onUndo, onRedo, onAdd, onRename, onSave, onDelete, onSheet, onExport }: ToolbarProps) {
  const may = useMay('dashboards.write');
  const { origin, draft, past, future } = editing;
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 gap-1.5">
        <div className="flex items-center gap-1">
          <h2 className="text-xl font-semibold tracking-tight" data-dashboard-title>
            {draft.title}
          </h2>
          <IconButton label="Rename the dashboard" className="size-8 shrink-0" onClick={onRename}>
            <Pencil aria-hidden size={15} />
          </IconButton>
        </div>
        {origin.text ? <p className="max-w-[80ch] text-base text-pretty text-muted">{origin.text}</p> : null}
        <Standing editing={editing} changed={changed} />
      </div>
      <div role="toolbar" aria-label="Dashboard" className="flex flex-wrap items-center gap-1.5">
        <IconButton label="Undo (Ctrl Z)" disabled={past.length === 0} onClick={onUndo}>
          <Undo2 aria-hidden size={17} />
        </IconButton>
        <IconButton label="Redo (Ctrl Shift Z)" disabled={future.length === 0} onClick={onRedo}>
          <Redo2 aria-hidden size={17} />
        </IconButton>
        <Button onClick={onAdd}>
          <Plus aria-hidden size={16} /> Add
        </Button>
        {may ? (
          <Button look="primary" busy={busy} disabled={origin.saved && !changed} data-save onClick={onSave}>
            {busy ? 'Saving…' : origin.saved ? 'Save' : 'Keep this dashboard'}
          </Button>
        ) : null}
        {may && origin.saved ? (
          <MenuButton label="More actions on the dashboard">
            {(trigger) => <DashboardMenu label="More" trigger={trigger} onSheet={onSheet} onExport={onExport} onDelete={onDelete} />}
          </MenuButton>
        ) : null}
      </div>
    </header>
  );
}
