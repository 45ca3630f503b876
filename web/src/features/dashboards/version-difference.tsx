import type { DashboardVersionsQuery } from '../../gql/graphql.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { plural } from '../../ui/format.ts';
import type { DraftWidget } from './draft.ts';
import { changeWords } from './say-difference.ts';
import { Thumbnail } from './thumbnail.tsx';

type Version = DashboardVersionsQuery['dashboardVersions']['nodes'][number]['dashboard'];

const NO_OPERATION = { query: '', variables: {}, operationName: '' };

/** The widgets of a version, known by what they ask: in a version of before they have other ids. */
function widgetsOf({ widgets }: Version): DraftWidget[] {
  const seen = new Map<string, number>();
  return widgets.map((each) => {
    const times = (seen.get(each.question) ?? 0) + 1;
    seen.set(each.question, times);
    return { ...each, id: `${times} ${each.question}`, operation: NO_OPERATION, view: null };
  });
}

/** What a version has that the one before it had not, widget by widget. */
export function VersionDifference({ version, before }: { version: Version; before: Version | null }) {
  if (before === null) return null;
  const [now, was] = [widgetsOf(version), widgetsOf(before)];
  const old = new Map(was.map((each) => [each.id, each]));
  const left = new Set(now.map(({ id }) => id));
  const lines = [
    ...(version.title === before.title ? [] : [{ id: 'title', title: 'Name', words: `“${before.title}” became “${version.title}”` }]),
    ...now.map((each) => ({ id: each.id, title: each.title, words: changeWords(old.get(each.id) ?? null, each) })),
    ...was.filter(({ id }) => !left.has(id)).map(({ id, title }) => ({ id, title, words: 'removed' })),
  ].filter(({ words }) => words !== 'as it was');
  if (lines.length === 0) return <span className="text-sm text-muted">The same as before.</span>;
  return (
    <Disclosure summary={<span className="text-sm">What changed: {plural(lines.length, 'thing')}</span>}>
      <div className="grid gap-3 py-2 sm:grid-cols-[160px_minmax(0,1fr)]">
        <span className="panel self-start overflow-hidden">
          <Thumbnail small widgets={now} />
        </span>
        <dl className="grid content-start gap-1 text-sm">
          {lines.map(({ id, title, words }) => (
            <div key={id} className="flex flex-wrap gap-x-2">
              <dt className="font-medium" dir="auto">
                {title}
              </dt>
              <dd className="text-muted">{words}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Disclosure>
  );
}
