import { LogOut } from 'lucide-react';
import { Link } from 'react-router';
import { History } from '../features/ask/history.tsx';
import { useLogOut } from '../features/session/use-log-out.ts';
import WorkspaceMenu from '../features/workspaces/workspace-menu.tsx';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { DESTINATIONS } from './navigation.ts';
import { useViewer } from './viewer.ts';

/** What the sidebar holds on wide screens: who is logged in, and the recent questions. */
export default function AccountSheet({ onClose }: { onClose: () => void }) {
  const viewer = useViewer();
  const logOut = useLogOut();
  return (
    <Sheet title="Account" onClose={onClose}>
      <div className="grid gap-5">
        {viewer ? (
          <p>
            <span className="font-medium">{viewer.user.displayName}</span>
            <span className="block text-muted">
              {viewer.tenant.demo ? 'Visiting the demo company' : `${viewer.user.email} · ${viewer.tenant.name}`}
            </span>
          </p>
        ) : null}
        <WorkspaceMenu onDone={onClose} />
        <nav aria-label="More places" className="grid grid-cols-2 gap-2">
          {DESTINATIONS.filter((each) => each.beside).map(({ path, label, icon: Icon, apart = false }) => (
            <Link
              key={path}
              to={path}
              reloadDocument={apart}
              onClick={onClose}
              className="flex min-h-11 items-center gap-2.5 rounded-md border border-line px-3 text-base transition-colors hover:bg-raised"
            >
              <Icon aria-hidden size={17} className="text-muted" /> {label}
            </Link>
          ))}
        </nav>
        <History onChoose={onClose} />
        <Button className="justify-self-start" onClick={() => void logOut()}>
          <LogOut aria-hidden size={16} /> Log out
        </Button>
      </div>
    </Sheet>
  );
}
