import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** The way up from a page about one thing to the list it stands in. */
export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-[1360px] px-4 pt-4 sm:px-6">
      <Link to={to} className="inline-flex min-h-6 items-center gap-1 text-sm text-muted hover:text-ink">
        <ChevronLeft aria-hidden size={15} /> {children}
      </Link>
    </div>
  );
}
