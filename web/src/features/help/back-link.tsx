import { ChevronLeft } from 'lucide-react';
import { Link } from 'react-router';

/** The way up, above a page’s title. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <div className="mx-auto -mb-3 flex w-full max-w-[1360px] px-4 pt-3 sm:px-6">
      <Link to={to} className="-ml-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-sm text-muted hover:text-ink">
        <ChevronLeft aria-hidden size={15} /> {children}
      </Link>
    </div>
  );
}
