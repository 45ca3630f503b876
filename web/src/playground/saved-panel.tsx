import type { GraphiQLPlugin } from '@graphiql/react';
import { Bookmark, Link2, Pencil, Trash2, Undo2, Users } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../graph/problem.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Loading, ProblemNote } from '../ui/states.tsx';
import { savedAddress } from './address.ts';
import { matching, operationOf, readAllSaved, remove } from './saved.ts';
import type { Saved } from './saved.ts';
import { SavedForm } from './saved-form.tsx';
import { useCopied } from './use-copied.ts';
import { useOpenOperation, useOpenTab } from './use-open-operation.ts';

const SAVED = 'Saved operations';
/** So long a deleted operation can be taken back. */
const UNDO_MS = 8_000;

interface RowProps {
  saved: Saved;
  onOpen: () => void;
  onChange: () => void;
  onDelete: () => void;
}

function Row({ saved, onOpen, onChange, onDelete }: RowProps) {
  const [copied, copy] = useCopied();
  return (
    <li data-saved={saved.id} className="group flex items-center gap-0.5 rounded-md hover:bg-raised">
      <button type="button" className="min-w-0 flex-1" onClick={onOpen} title={saved.document}>
        <span className="flex items-center gap-1.5">
          <span dir="auto" className="truncate">
            {saved.name}
          </span>
          {saved.shared ? <Users role="img" aria-label="shared" size={13} className="shrink-0 text-muted" /> : null}
        </span>
        <span className="block truncate text-xs text-muted">
          {saved.persona ? `${saved.persona} · ` : ''}
          {saved.createdBy.displayName}
        </span>
      </button>
      <IconButton
        label={copied ? 'Copied' : `Copy a link to ${saved.name}`}
        className="size-7"
        onClick={() => void copy(`${window.location.origin}${savedAddress(saved.id)}`)}
      >
        <Link2 aria-hidden size={14} />
      </IconButton>
      {saved.editable ? (
        <>
          <IconButton label={`Rename or change ${saved.name}`} className="size-7" onClick={onChange}>
            <Pencil aria-hidden size={14} />
          </IconButton>
          <IconButton label={`Delete ${saved.name}`} className="size-7" onClick={onDelete}>
            <Trash2 aria-hidden size={14} />
          </IconButton>
        </>
      ) : null}
    </li>
  );
}

/** What is kept, and what was deleted but a moment ago: that is removed when the moment has passed, or the panel is left. */
function useSaved() {
  const [all, setAll] = useState<readonly Saved[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [going, setGoing] = useState<Saved | null>(null);
  const leaving = useRef<Saved | null>(null);
  const load = useCallback(async () => {
    const read = await readAllSaved();
    setProblem(read.ok ? null : read.problem);
    if (read.ok) setAll(read.data);
  }, []);
  const finish = useCallback(async () => {
    const gone = leaving.current;
    leaving.current = null;
    setGoing(null);
    if (gone === null) return;
    const removed = await remove(gone.id);
    if (!removed.ok) setProblem(removed.problem);
    await load();
  }, [load]);
  useEffect(() => void load(), [load]);
  useEffect(() => {
    if (going === null) return undefined;
    const timer = window.setTimeout(() => void finish(), UNDO_MS);
    return () => window.clearTimeout(timer);
  }, [going, finish]);
  useEffect(() => () => void finish(), [finish]);
  const choose = (saved: Saved | null) => {
    if (saved !== null) void finish();
    leaving.current = saved;
    setGoing(saved);
  };
  return { all, problem, load, going, remove: choose, undo: () => choose(null) };
}

function SavedPanel() {
  const { all, problem, load, going, remove: removeLater, undo } = useSaved();
  const [words, setWords] = useState('');
  const [form, setForm] = useState<Saved | 'new' | null>(null);
  const tab = useOpenTab();
  const open = useOpenOperation();
  const shown = matching(all ?? [], words).filter(({ id }) => id !== going?.id);
  const groups = [
    ['Yours', shown.filter(({ shared }) => !shared)],
    ['Everybody’s', shown.filter(({ shared }) => shared)],
  ] as const;
  const edited = form === 'new' || form === null ? null : form;
  return (
    <section aria-label={SAVED} className="playground-panel">
      <h2>{SAVED}</h2>
      {form === null ? (
        <Button
          look="primary"
          className="min-h-8 justify-self-start text-sm"
          disabled={tab.query.trim() === ''}
          onClick={() => setForm('new')}
        >
          Save this tab
        </Button>
      ) : (
        <SavedForm
          key={edited?.id ?? 'new'}
          tab={edited ? { ...operationOf(edited), operationName: null } : tab}
          over={edited}
          onCancel={() => setForm(null)}
          onSaved={() => {
            setForm(null);
            void load();
          }}
        />
      )}
      {all !== null && all.length > 5 ? (
        <label>
          <span className="sr-only">Find a saved operation</span>
          <input
            value={words}
            onChange={(event) => setWords(event.target.value)}
            placeholder="Find by name, text or author"
            className="min-h-9 w-full rounded-md border border-control bg-surface px-3 text-base text-ink placeholder:text-muted"
          />
        </label>
      ) : null}
      {problem ? <ProblemNote problem={problem} onRetry={() => void load()} /> : null}
      {all === null && problem === null ? <Loading label="Loading what is saved" lines={3} /> : null}
      {going ? (
        <div role="status" className="flex items-center justify-between gap-2 rounded-md border border-line px-3 py-1.5 text-sm">
          <span className="truncate">“{going.name}” is deleted.</span>
          <Button look="quiet" className="min-h-8 px-2 text-sm" onClick={undo}>
            <Undo2 aria-hidden size={14} /> Undo
          </Button>
        </div>
      ) : null}
      {all !== null && all.length === 0 ? <p>Nothing is saved yet. Save what you will run again, for yourself or for everybody.</p> : null}
      {all !== null && all.length > 0 && shown.length === 0 && going === null ? <p>Nothing of that name.</p> : null}
      {groups.map(([title, list]) =>
        list.length === 0 ? null : (
          <div key={title}>
            <h3>{title}</h3>
            <ul aria-label={title}>
              {list.map((each) => (
                <Row
                  key={each.id}
                  saved={each}
                  onOpen={() => open(operationOf(each))}
                  onChange={() => setForm(each)}
                  onDelete={() => removeLater(each)}
                />
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  );
}

/** GraphiQL’s side panel with the operations that are kept. */
export const SAVED_PLUGIN: GraphiQLPlugin = {
  title: SAVED,
  icon: () => <Bookmark aria-hidden size={20} strokeWidth={1.75} />,
  content: SavedPanel,
};
