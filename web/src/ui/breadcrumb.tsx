import { ChevronRight } from 'lucide-react';
import { Link } from 'react-router';

/** The way down to this page; the last one is the page itself. Long names are cut, and whole in their title. */
export function Breadcrumb({ steps }: { steps: readonly { label: string; to?: string }[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex min-w-0 flex-wrap items-center gap-1 text-sm text-muted">
        {steps.map(({ label, to }, index) => (
          <li key={`${index} ${label}`} className="flex max-w-60 min-w-0 items-center gap-1">
            {index > 0 ? <ChevronRight aria-hidden size={13} className="shrink-0" /> : null}
            {to ? (
              <Link to={to} title={label} dir="auto" className="block truncate leading-6 hover:text-ink hover:underline">
                {label}
              </Link>
            ) : (
              <span aria-current="page" title={label} dir="auto" className="truncate font-medium text-ink">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
