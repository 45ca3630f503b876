import { useState } from 'react';
import { notify } from '../../ui/notify.ts';
import { useWorkspaces } from './use-workspaces.ts';

/** The way out of the demo company, to where one's own data are connected. Busy until there is somewhere to go. */
export function useLeaveDemo(): { busy: boolean; leave: () => void } {
  const { own, enter } = useWorkspaces();
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    if (!own) return;
    setLeaving(true);
    const refused = await enter(own, '/connections/new');
    setLeaving(false);
    if (refused) notify('error', refused.message, refused.todo);
  };
  return { busy: leaving || own === null, leave: () => void leave() };
}
