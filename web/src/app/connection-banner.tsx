import { CloudOff, RefreshCw, Wifi } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Connection } from '../graph/use-connection.ts';
import { useConnection } from '../graph/use-connection.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';

const LOOKS: Record<Exclude<Connection, 'fine'>, { icon: LucideIcon; look: string; title: string; text: string }> = {
  offline: {
    icon: CloudOff,
    look: 'bg-medium-soft',
    title: 'You are offline.',
    text: 'What is on screen stays. Changes are not kept for later: make them when you are back.',
  },
  away: {
    icon: RefreshCw,
    look: 'bg-medium-soft',
    title: 'The server does not answer.',
    text: 'It is tried again by itself. What is on screen stays; changes are refused until then, not kept for later.',
  },
  back: { icon: Wifi, look: 'bg-high-soft', title: 'Connected again.', text: 'Everything goes on where it was.' },
};

/** Says that the connection is gone, and that it is back; nothing while it works. */
export default function ConnectionBanner() {
  const connection = useConnection();
  return (
    <div role="status" data-line={connection}>
      {connection === 'fine' ? null : <Strip connection={connection} />}
    </div>
  );
}

function Strip({ connection }: { connection: Exclude<Connection, 'fine'> }) {
  const { icon: Icon, look, title, text } = LOOKS[connection];
  return (
    <div className={classes('flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 text-sm sm:px-6', look)}>
      <p className="flex min-w-0 flex-1 basis-64 items-start gap-2.5">
        <Icon aria-hidden size={16} className={classes('mt-0.5 shrink-0', connection === 'back' ? 'text-high' : 'text-medium')} />
        <span>
          <strong className="font-semibold">{title}</strong> {text}
        </span>
      </p>
      {connection === 'away' ? (
        // Whatever waits for the network takes this for its sign.
        <Button className="min-h-8 px-3 text-sm" onClick={() => window.dispatchEvent(new Event('online'))}>
          Try now
        </Button>
      ) : null}
    </div>
  );
}
