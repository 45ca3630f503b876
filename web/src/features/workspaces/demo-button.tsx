import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { useWorkspaces } from './use-workspaces.ts';

/** The way into the demo company for somebody who has nothing of their own yet: in, or made first. */
export function DemoButton() {
  const may = useViewer()?.actions.includes('workspace.demo') ?? false;
  const { all, demo, enter, createDemo } = useWorkspaces();
  const [busy, setBusy] = useState(false);
  if (all.length === 0 || (demo === null && !may)) return null;
  const go = async () => {
    setBusy(true);
    const refused = await (demo ? enter(demo) : createDemo());
    setBusy(false);
    if (refused) notify('error', refused.message, refused.todo);
  };
  return (
    <Button busy={busy} onClick={() => void go()} className="bg-surface/70" data-enter-demo>
      <FlaskConical aria-hidden size={15} /> {demo ? 'Look around the demo company' : 'Make a demo company to look around'}
    </Button>
  );
}
