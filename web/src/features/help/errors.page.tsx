import { CircleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { useSearchState } from '../../graph/use-search-state.ts';
import { plural } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { BackLink } from './back-link.tsx';
import { Text } from './article.tsx';
import { errorPath, loadErrors } from './errors.ts';
import { Marked } from './marked.tsx';
import { moveAmongHits, SearchBox } from './search-box.tsx';
import { marksIn, wordsIn } from './search.ts';
import { plainText } from './markdown/blocks.ts';
import { useLoaded } from './use-loaded.ts';

/** Every failure that the product foresees, by where it comes from. */
export default function ErrorsPage() {
  const [{ q }, set] = useSearchState(['q']);
  const errors = useLoaded('errors', loadErrors);
  const words = wordsIn(q);
  const shown = (errors ?? []).filter(({ code, says, todo, area }) =>
    words.every((word) => marksIn(`${code.replaceAll('_', ' ')} ${code} ${says} ${plainText(todo)} ${area}`, [word]).length > 0),
  );
  return (
    <>
      <BackLink to="/help">Help</BackLink>
      <Page title="Error catalogue">
        <SearchBox query={q} onQuery={(next) => set({ q: next })} label="Search the errors" placeholder="A code, or words of the message" />
        {errors === null ? <Loading label="Loading the catalogue" /> : null}
        {errors !== null ? (
          <p role="status" className="text-sm text-muted" data-hits={shown.length}>
            {plural(shown.length, 'failure')}. A code stands below every message, and in{' '}
            <code className="font-mono">errors[].extensions.code</code> of a reply.
          </p>
        ) : null}
        {errors !== null && shown.length === 0 ? (
          <Empty icon={CircleAlert} title="No such failure">
            Nothing that we foresee is called so. Try fewer words.
          </Empty>
        ) : null}
        {[...Map.groupBy(shown, ({ area }) => area)].map(([area, group]) => (
          <section key={area} aria-label={area} className="grid gap-2">
            <h2 className="text-md font-semibold first-letter:uppercase">{area}</h2>
            <ul className="panel divide-y divide-line">
              {group.map(({ code, says, todo }) => (
                <li key={code}>
                  <Link
                    to={errorPath(code)}
                    data-hit="Error"
                    onKeyDown={moveAmongHits}
                    className="grid gap-x-6 gap-y-0.5 px-4 py-2.5 transition-colors hover:bg-raised md:grid-cols-[minmax(0,300px)_minmax(0,1fr)]"
                  >
                    <code className="font-mono text-sm break-all">
                      <Marked text={code} words={words} />
                    </code>
                    <span>
                      <Marked text={says} words={words} />
                      <span className="block text-sm text-muted">
                        <Text text={todo} />
                      </span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Page>
    </>
  );
}
