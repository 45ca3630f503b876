import { LayoutDashboard, Link2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { dashboardAddress, operationAddress } from './address.ts';
import { errorCodeOf, whyNoDashboard } from './dashboard-from.ts';
import { useCopied } from './use-copied.ts';
import { useOpenTab } from './use-open-operation.ts';

const LONG = 'This operation is too long for an address. Save it, or ask for less.';

/** Below a result: what can be made of it. */
export function ResultBar() {
  const tab = useOpenTab();
  const [copied, copy] = useCopied();
  const [told, tell] = useState('');
  const code = useMemo(() => errorCodeOf(tab.response), [tab.response]);
  if (tab.query.trim() === '') return null;
  const make = () => {
    const why = whyNoDashboard(tab);
    const address = why === '' ? dashboardAddress(tab, tab.operationName) : null;
    if (address !== null) window.location.assign(address);
    else tell(why === '' ? LONG : why);
  };
  return (
    <div className="flex flex-wrap items-center gap-2 px-3 py-2.5" data-result-bar>
      <Button className="min-h-8 px-3 text-sm" onClick={make} data-make-dashboard>
        <LayoutDashboard aria-hidden size={15} /> Make this a dashboard
      </Button>
      <Button
        look="quiet"
        className="min-h-8 px-3 text-sm"
        data-share
        onClick={() => void copy(`${window.location.origin}${operationAddress(tab)}`)}
      >
        <Link2 aria-hidden size={15} /> {copied ? 'Link copied' : 'Copy a link'}
      </Button>
      <p role="status" className="text-sm text-muted">
        {told}
      </p>
      {code === null ? null : (
        <a
          href={`/help/errors/${code}`}
          target="_blank"
          rel="noreferrer"
          data-problem={code}
          className="ml-auto font-mono text-xs text-low underline underline-offset-3"
        >
          {code}: what it means
        </a>
      )}
    </div>
  );
}
