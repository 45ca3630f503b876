import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { DemoProgress } from './demo-progress.tsx';
import { useWorkspaces } from './use-workspaces.ts';

/** On every screen of the demo company: that it is made up, how far its loading is, and the way to one's own data. */
export default function DemoBanner() {
  const { own, enter } = useWorkspaces();
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    if (!own) return;
    setBusy(true);
    const refused = await enter(own, '/connections/new');
    setBusy(false);
    if (refused) notify('error', refused.message, refused.todo);
  };
  return (
    <aside
      aria-label="Demo company"
      data-demo-banner
      className="flex min-h-[53px] flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-medium-soft px-4 py-2 text-sm sm:px-6"
    >
      <p className="flex items-center gap-2">
        <FlaskConical aria-hidden size={16} className="shrink-0 text-medium" />
        <span>
          <strong className="font-semibold">Demo company.</strong> <span className="max-sm:sr-only">Everything in here is made up.</span>
        </span>
      </p>
      <DemoProgress />
      <Button className="ml-auto min-h-8 px-3 text-sm" busy={busy || own === null} onClick={() => void leave()} data-connect-own>
        Connect your own data
      </Button>
    </aside>
  );
}
