import { useState } from 'react';
import type { ReactNode } from 'react';
import { Disclosure } from '../../ui/disclosure.tsx';

/** The facets: open beside the list where there is room, closed above it where there is none. */
export function FacetDrawer({ chosen, children }: { chosen: number; children: ReactNode }) {
  const [wide] = useState(() => window.matchMedia('(min-width: 1024px)').matches);
  return (
    <section aria-label="Narrow the catalogue" className="min-w-0">
      <Disclosure open={wide} name="facets" summary={chosen === 0 ? 'Narrow' : `Narrow (${chosen})`}>
        {children}
      </Disclosure>
    </section>
  );
}
