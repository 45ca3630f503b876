import { Building2, Check, FlaskConical, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import type { Problem } from '../../graph/problem.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { workspaceName } from './workspace-name.ts';
import { useWorkspaces } from './use-workspaces.ts';

const ROW = 'flex min-h-11 w-full items-center gap-3 rounded-md px-3 text-left text-base transition-colors hover:bg-raised';

/** The workspaces one may enter, the demo company to make or to remove. */
export default function WorkspaceMenu({ onDone }: { onDone: () => void }) {
  const viewer = useViewer();
  const { all, demo, enter, createDemo, deleteDemo } = useWorkspaces();
  const [busy, setBusy] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const may = viewer?.actions.includes('workspace.demo') ?? false;
  const go = async (way: () => Promise<Problem | null>) => {
    setBusy(true);
    const refused = await way();
    setBusy(false);
    setProblem(refused);
    if (refused === null) onDone();
  };
  return (
    <div className="grid gap-2" data-workspaces={all.length}>
      {problem ? <ProblemNote problem={problem} /> : null}
      <ul className="grid gap-0.5" aria-label="Workspaces">
        {all.map((each) => {
          const here = each.id === viewer?.tenant.id;
          const Icon = each.demo ? FlaskConical : Building2;
          return (
            <li key={each.id}>
              <button
                type="button"
                aria-current={here || undefined}
                aria-disabled={busy || undefined}
                data-workspace={each.demo ? 'demo' : 'own'}
                onClick={() => (here ? onDone() : void go(() => enter(each)))}
                className={classes(ROW, here && 'bg-accent-soft')}
              >
                <Icon aria-hidden size={17} className={each.demo ? 'text-medium' : 'text-accent'} />
                <span className="grid min-w-0 flex-1 leading-tight">
                  <span className="truncate font-medium">{workspaceName(each)}</span>
                  <span className="text-xs text-muted">{each.demo ? 'Demo company, made up' : 'Your own data'}</span>
                </span>
                {here ? <Check aria-label="You are here" size={16} className="text-accent" /> : null}
              </button>
            </li>
          );
        })}
      </ul>
      {may && demo === null ? (
        <Button busy={busy} onClick={() => void go(createDemo)} data-create-demo>
          <FlaskConical aria-hidden size={15} /> {busy ? 'Making it…' : 'Make a demo company'}
        </Button>
      ) : null}
      {may && demo !== null ? (
        <Button look="quiet" className="justify-self-start" onClick={() => setRemoving(true)} data-delete-demo>
          <Trash2 aria-hidden size={15} /> Remove the demo company
        </Button>
      ) : null}
      {removing ? (
        <ConfirmDialog
          title="Remove the demo company?"
          keep="Keep it"
          action="Remove it"
          look="danger"
          onClose={() => setRemoving(false)}
          onConfirm={deleteDemo}
        >
          <p>Everything in it goes: its data, its dashboards, what was asked. Your own data stay as they are.</p>
          <p>It can be made again at any time.</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
