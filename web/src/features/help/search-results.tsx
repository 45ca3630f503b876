import { BookOpenText, CircleAlert, Keyboard, PanelsTopLeft, SearchX } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Link } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { plural } from '../../ui/format.ts';
import { Empty, Loading } from '../../ui/states.tsx';
import { Marked } from './marked.tsx';
import { moveAmongHits } from './search-box.tsx';
import { search, wordsIn } from './search.ts';
import type { Entry, Hit } from './search.ts';

const ICONS: Record<Entry['kind'], LucideIcon> = { Guide: BookOpenText, Error: CircleAlert, Shortcut: Keyboard, Page: PanelsTopLeft };

function Found({ hit: { entry, excerpt }, words }: { hit: Hit; words: readonly string[] }) {
  const Icon = ICONS[entry.kind];
  return (
    <li>
      <Link
        to={entry.path}
        data-hit={entry.kind}
        onKeyDown={moveAmongHits}
        className="flex gap-3 rounded-lg px-3 py-2.5 transition-colors hover:bg-raised focus-visible:bg-raised"
      >
        <Icon aria-hidden size={17} className="mt-0.5 shrink-0 text-muted" />
        <span className="grid min-w-0 gap-0.5">
          <span className="font-medium">
            <Marked text={entry.title} words={words} />
            {entry.heading === '' ? null : (
              <span className="font-normal text-muted">
                {' › '}
                <Marked text={entry.heading} words={words} />
              </span>
            )}
          </span>
          <span className="text-sm text-muted">
            <span className="sr-only">{entry.kind}: </span>
            <Marked text={excerpt} words={words} />
          </span>
        </span>
      </Link>
    </li>
  );
}

/** What was found, the best first. */
export function SearchResults({ index, query }: { index: readonly Entry[] | null; query: string }) {
  if (index === null) return <Loading label="Loading the guides" />;
  const hits = search(index, query);
  const words = wordsIn(query);
  return (
    <>
      <p role="status" className="px-3 text-sm text-muted" data-hits={hits.length}>
        {plural(hits.length, 'place')} found
      </p>
      {hits.length === 0 ? (
        <Empty
          icon={SearchX}
          title="Nothing is written about that"
          actions={<ButtonLink to={askPath(query)}>Ask your data instead</ButtonLink>}
        >
          Try other or fewer words, the code of an error, or the name of a page.
        </Empty>
      ) : (
        <ul className="panel grid gap-0.5 p-2" aria-label="Found">
          {hits.map((hit) => (
            <Found key={`${hit.entry.path} ${hit.entry.title} ${hit.entry.heading}`} hit={hit} words={words} />
          ))}
        </ul>
      )}
    </>
  );
}
