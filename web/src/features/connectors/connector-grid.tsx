import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { ConnectorFieldsFragment } from '../../gql/graphql.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { classes } from '../../ui/classes.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { plural } from '../../ui/format.ts';
import { categoryLook } from './categories.ts';
import { ConnectorCard } from './connector-card.tsx';
import { findConnectors } from './find-connectors.ts';

/** The links among which the arrow keys move. */
const CARDS = '[data-connector] a';

/** The catalogue with its search and its groups; arrows move from card to card, the search and the group are in the address. */
export function ConnectorGrid({ connectors }: { connectors: readonly ConnectorFieldsFragment[] }) {
  const [{ find, group }, set] = useSearchState(['find', 'group']);
  const grid = useRef<HTMLUListElement>(null);
  const groups = [...new Set(connectors.map((each) => each.category))];
  const shown = findConnectors(connectors, find, group);

  const links = () => [...(grid.current?.querySelectorAll<HTMLElement>(CARDS) ?? [])];
  const move = (event: KeyboardEvent) => {
    const all = links();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const columns = grid.current ? getComputedStyle(grid.current).gridTemplateColumns.split(' ').length : 1;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    if (at < 0 || step === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus();
  };
  return (
    <section aria-label="Connectors" className="grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <SearchField
          label="Find a connector"
          className="w-full sm:w-72"
          value={find}
          onChange={(event) => set({ find: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            const [first] = links();
            if (event.key === 'Enter') first?.click();
            else first?.focus();
          }}
        />
        <div role="group" aria-label="Groups" className="flex flex-wrap gap-1.5">
          {['', ...groups].map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={group === each}
              onClick={() => set({ group: each })}
              className={classes(
                'min-h-8 rounded-full border px-3 text-sm transition-colors',
                group === each ? 'border-accent bg-accent-soft font-medium text-ink' : 'border-line text-muted hover:text-ink',
              )}
            >
              {each === '' ? 'All' : categoryLook(each).label}
            </button>
          ))}
        </div>
        <p role="status" className="text-sm text-muted sm:ml-auto">
          {plural(shown.length, 'connector')}
        </p>
      </div>
      {shown.length === 0 ? (
        <p className="text-muted">
          Nothing is called like that. Any REST API can be connected through its OpenAPI document, and any program can send signed webhooks.
        </p>
      ) : null}
      <ul ref={grid} className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {shown.map((connector) => (
          <ConnectorCard key={connector.kind} connector={connector} onKeyDown={move} />
        ))}
      </ul>
    </section>
  );
}
