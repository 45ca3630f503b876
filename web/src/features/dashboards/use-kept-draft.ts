import { useCallback, useEffect, useRef, useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import type { DashboardOutlineFragment } from '../../gql/graphql.ts';
import { dropDraft, keepDraft, keptDraft } from './draft-store.ts';
import type { KeptDraft } from './draft-store.ts';
import { isChanged } from './editing.ts';
import type { Editing } from './editing.ts';

/** Work is kept this long after the last change; at once when the page goes. */
const KEEP_AFTER_MS = 300;

export interface KeptWork {
  /** What was left unsaved before; null when there is nothing, or it is decided what becomes of it. */
  before: KeptDraft | null;
  /** The person has decided about it. */
  decided: (forget: boolean) => void;
  /** It is saved: nothing of it is kept any more. */
  saved: () => void;
}

/** Keeps unsaved work in this browser, whatever becomes of the page: a closed tab, an ended session, a broken connection. */
export function useKeptDraft(dashboard: DashboardOutlineFragment, editing: Editing): KeptWork {
  const viewer = useViewer();
  const whose = viewer ? `${viewer.tenant.id}.${viewer.user?.id ?? ''}` : null;
  const [before, setBefore] = useState<KeptDraft | null>(null);
  const latest = useRef(editing);
  const dirty = useRef(false);
  const over = useRef(false);
  useEffect(() => {
    if (latest.current.origin !== editing.origin) over.current = false;
    latest.current = editing;
  });

  const first = useRef(dashboard);
  useEffect(() => {
    if (whose !== null) setBefore(keptDraft(whose, first.current));
  }, [whose]);

  const keep = useCallback(() => {
    if (whose === null || over.current) return;
    const changed = isChanged(latest.current);
    if (changed || dirty.current) keepDraft(whose, latest.current);
    dirty.current = changed;
  }, [whose]);
  const { draft } = editing;
  useEffect(() => {
    // Each draft is kept a moment after it came, unless the next one is there by then.
    const timer = window.setTimeout(() => (latest.current.draft === draft ? keep() : undefined), KEEP_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [draft, keep]);
  useEffect(() => {
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);

  const { id } = editing.origin;
  const decided = useCallback(
    (forget: boolean) => {
      setBefore(null);
      if (forget && whose !== null) dropDraft(whose, id);
    },
    [whose, id],
  );
  const saved = useCallback(() => {
    dirty.current = false;
    over.current = true;
    if (whose !== null) dropDraft(whose, id);
  }, [whose, id]);
  return { before, decided, saved };
}
