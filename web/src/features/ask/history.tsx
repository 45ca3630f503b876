import { Trash2 } from 'lucide-react';
import { useMemo, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import { useViewer } from '../../app/viewer.ts';
import { IconButton } from '../../ui/button.tsx';
import { parseHistory, readHistory, watchHistory, writeHistory } from './history-store.ts';

/** The recent questions of the current tenant. */
export function useHistory(): readonly string[] {
  const tenantId = useViewer()?.tenant.id ?? '';
  const text = useSyncExternalStore(watchHistory, () => (tenantId ? readHistory(tenantId) : '[]'));
  return useMemo(() => parseHistory(text), [text]);
}

/** Recent questions at the side; nothing while there are none. */
export function History({ onChoose }: { onChoose?: () => void }) {
  const tenantId = useViewer()?.tenant.id;
  const questions = useHistory();
  if (!tenantId || questions.length === 0) return null;
  return (
    <section aria-label="Recent questions" className="grid gap-0.5" data-history>
      <div className="flex items-center justify-between pl-3">
        <h2 className="text-xs font-medium text-muted">Recent questions</h2>
        <IconButton label="Forget the recent questions" className="size-7" onClick={() => writeHistory(tenantId, [])}>
          <Trash2 aria-hidden size={13} />
        </IconButton>
      </div>
      <ul className="grid gap-0.5">
        {questions.map((question) => (
          <li key={question}>
            <Link
              to={askPath(question)}
              title={question}
              onClick={onChoose}
              className="block truncate rounded-md px-3 py-1.5 text-sm text-muted transition-colors hover:bg-raised hover:text-ink"
            >
              {question}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
