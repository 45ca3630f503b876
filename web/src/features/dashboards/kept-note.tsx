import { FilePenLine } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { formatAgo } from '../../ui/format.ts';
import type { KeptDraft } from './draft-store.ts';

interface KeptNoteProps {
  before: KeptDraft;
  /** The version that is there now. */
  current: number;
  onResume: (before: KeptDraft) => void;
  onDrop: () => void;
}

/** Changes that were never saved are still in this browser: the person says what becomes of them. */
export function KeptNote({ before, current, onResume, onDrop }: KeptNoteProps) {
  const [now] = useState(() => new Date());
  const { origin, at } = before;
  return (
    <section
      aria-label="Changes of before"
      data-kept
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-accent-soft px-4 py-2.5"
    >
      <FilePenLine aria-hidden size={17} className="text-accent" />
      <p className="min-w-0 flex-1 basis-64">
        You changed this dashboard {formatAgo(new Date(at).toISOString(), now)} and did not save it.
        {current > origin.version ? ` Somebody has saved version ${current} since; when you save, you choose what to keep of each.` : ''}
      </p>
      <span className="flex gap-2">
        <Button className="min-h-8" onClick={() => onResume(before)}>
          Go on with my changes
        </Button>
        <Button look="quiet" className="min-h-8" onClick={onDrop}>
          Forget them
        </Button>
      </span>
    </section>
  );
}
