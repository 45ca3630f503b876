import { LogOut } from 'lucide-react';
import { History } from '../features/ask/history.tsx';
import { useSession } from '../graph/session.tsx';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { useViewer } from './viewer.ts';

/** What the sidebar holds on wide screens: who is logged in, and the recent questions. */
export default function AccountSheet({ onClose }: { onClose: () => void }) {
  const viewer = useViewer();
  const { close } = useSession();
  return (
    <Sheet title="Account" onClose={onClose}>
      <div className="grid gap-5">
        {viewer ? (
          <p>
            <span className="font-medium">{viewer.user.displayName}</span>
            <span className="block text-muted">
              {viewer.user.email} · {viewer.tenant.name}
            </span>
          </p>
        ) : null}
        <History onChoose={onClose} />
        <Button className="justify-self-start" onClick={close}>
          <LogOut aria-hidden size={16} /> Log out
        </Button>
      </div>
    </Sheet>
  );
}
