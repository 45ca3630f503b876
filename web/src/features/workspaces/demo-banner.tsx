import { FlaskConical } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { DemoProgress } from './demo-progress.tsx';
import { useLeaveDemo } from './use-leave-demo.ts';

/** On every screen of the demo company: that it is made up, how far its loading is, and the way to one's own data. */
export default function DemoBanner() {
  const { busy, leave } = useLeaveDemo();
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
      <Button className="ml-auto min-h-8 px-3 text-sm" busy={busy} onClick={leave} data-connect-own>
        Connect your own data
      </Button>
    </aside>
  );
}
