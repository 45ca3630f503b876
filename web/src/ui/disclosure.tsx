import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

interface DisclosureProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  name?: string;
}

/** Something that can be opened: the browser's own details element, so keys and screen readers know it. */
export function Disclosure({ summary, children, open = false, name }: DisclosureProps) {
  return (
    <details open={open} data-disclosure={name} className="group/disclosure">
      <summary className="flex min-h-8 list-none items-center gap-1.5 rounded-sm text-base text-muted select-none hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={15} className="shrink-0 transition-transform group-open/disclosure:rotate-90" />
        {summary}
      </summary>
      <div className="pt-2 pl-5">{children}</div>
    </details>
  );
}
