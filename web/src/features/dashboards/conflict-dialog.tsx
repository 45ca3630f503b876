import { useMemo, useState } from 'react';
import type { DashboardOutlineFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { formatAgo, plural } from '../../ui/format.ts';
import { Segments } from '../../ui/segments.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { draftOf } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Editing } from './editing.ts';
import { differences, mergedDraft, NAME, undecided } from './merge.ts';
import type { Difference, Take } from './merge.ts';
import { changeWords } from './say-difference.ts';
import { Thumbnail } from './thumbnail.tsx';

interface ConflictDialogProps {
  editing: Editing;
  theirs: DashboardOutlineFragment;
  onMerged: (draft: Draft) => void;
  onCopy: () => void;
  onTheirs: () => void;
  onClose: () => void;
}

const TAKES: readonly { value: Take; label: string }[] = [
  { value: 'mine', label: 'Mine' },
  { value: 'theirs', label: 'Theirs' },
];
const BOTH = { value: 'both' as const, label: 'Both' };

/** Somebody else saved in the meantime: both editions side by side, difference by difference; nothing is overwritten unseen. */
export default function ConflictDialog({ editing, theirs, onMerged, onCopy, onTheirs, onClose }: ConflictDialogProps) {
  const [now] = useState(() => new Date());
  const [takes, setTakes] = useState<ReadonlyMap<string, Take>>(new Map());
  const { origin, draft } = editing;
  const found = useMemo(() => differences(draftOf(origin), draft, draftOf(theirs)), [origin, draft, theirs]);
  const merged = mergedDraft(draft, draftOf(theirs), found, takes);
  const open = undecided(found, takes);
  // What a person has to decide comes first, and stays where it is once they have.
  const inOrder = found.toSorted((a, b) => Number(a.merged !== null) - Number(b.merged !== null));
  const all = (take: Take) => setTakes(new Map(found.map(({ id }) => [id, take])));
  const when = theirs.updatedAt ? `, saved ${formatAgo(theirs.updatedAt, now)}` : '';
  return (
    <Sheet title="Somebody saved this dashboard before you" onClose={onClose}>
      <div className="grid gap-5" data-conflict>
        <p>
          You changed version {origin.version}; version {theirs.version}
          {when}, is there now. It was not overwritten, and your changes are still here. Choose what to keep of each.
        </p>
        <div className="grid grid-cols-3 gap-3" aria-hidden>
          {[
            { name: 'Mine', widgets: draft.widgets },
            { name: `Theirs, version ${theirs.version}`, widgets: theirs.widgets },
            { name: 'Merged', widgets: merged.widgets },
          ].map(({ name, widgets }) => (
            <figure key={name} className="panel overflow-hidden">
              <Thumbnail small widgets={widgets} />
              <figcaption className="truncate px-2.5 py-1.5 text-sm text-muted">{name}</figcaption>
            </figure>
          ))}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h3 className="font-medium">
            {plural(found.length, 'difference')}
            {open.length > 0 ? <span className="text-muted">, {open.length} for you to decide</span> : null}
          </h3>
          <span className="flex gap-2">
            <Button className="min-h-8" onClick={() => all('mine')}>
              All mine
            </Button>
            <Button className="min-h-8" onClick={() => all('theirs')}>
              All theirs
            </Button>
          </span>
        </div>
        <ul className="divide-y divide-line rounded-lg border border-line" aria-label="Differences">
          {inOrder.map((each) => (
            <Row
              key={each.id}
              difference={each}
              names={[draft.title, theirs.title]}
              take={takes.get(each.id) ?? each.merged}
              onTake={(take) => setTakes((was) => new Map(was).set(each.id, take))}
            />
          ))}
        </ul>
        <div className="sticky -bottom-5 -mx-5 -mb-5 flex flex-wrap justify-end gap-2 border-t border-line bg-surface px-5 py-3">
          <Button onClick={onClose}>Go on editing</Button>
          <Button onClick={onTheirs}>Drop my changes</Button>
          <Button onClick={onCopy}>Keep mine as “{draft.title} (copy)”</Button>
          <Button look="primary" disabled={open.length > 0} data-save-merged onClick={() => onMerged(merged)}>
            {open.length > 0 ? `${open.length} to decide` : 'Save the merged dashboard'}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

interface RowProps {
  difference: Difference;
  names: readonly [mine: string, theirs: string];
  take: Take | null;
  onTake: (take: Take) => void;
}

function Row({ difference, names, take, onTake }: RowProps) {
  const { id, title, base, mine, theirs, merged } = difference;
  const [own, other] = id === NAME ? names.map((name) => `“${name}”`) : [changeWords(base, mine), changeWords(base, theirs)];
  const options = merged === 'both' ? [...TAKES, BOTH] : TAKES;
  return (
    <li
      className="grid items-center gap-x-4 gap-y-2 p-3 sm:grid-cols-[minmax(0,1fr)_auto]"
      data-difference={id}
      data-decided={take !== null}
    >
      <div className="grid min-w-0 gap-1">
        <p className="truncate font-medium" dir="auto">
          {title}
        </p>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
          <dt className="text-muted">Mine</dt>
          <dd dir="auto">{own}</dd>
          <dt className="text-muted">Theirs</dt>
          <dd dir="auto">{other}</dd>
        </dl>
      </div>
      <Segments label={`What to keep of ${title}`} value={take ?? ('none' as Take)} options={options} onChange={onTake} />
    </li>
  );
}
