import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from '../../ui/classes.ts';

/** The way up from a page about one thing to the list it stands in. */
export function BackLink({ to, className, children }: { to: string; className?: string; children: ReactNode }) {
  return (
    <div className={classes('mx-auto -mb-2 w-full max-w-[1360px] px-4 pt-4 sm:px-6', className)}>
      <Link to={to} className="inline-flex min-h-6 items-center gap-1 text-sm text-muted hover:text-ink">
        <ChevronLeft aria-hidden size={15} /> {children}
      </Link>
    </div>
  );
}
