import { Suspense } from 'react';
import type { ReactNode } from 'react';

interface EditingProps<Thing> {
  /** Whether whoever looks may change it. */
  may: boolean;
  /** What the address says is being edited: `new`, an id, or nothing. */
  edit: string;
  /** What it leads to; null for a new one, and where it leads nowhere. */
  thing: Thing | null;
  onClose: () => void;
  onSaved: () => void;
  /** The form, lazily loaded. */
  children: (ways: { onClose: () => void; onSaved: () => void }) => ReactNode;
}

/** The form of what is being made or changed while the address says so; it closes when it is saved. */
export function Editing<Thing>({ may, edit, thing, onClose, onSaved, children }: EditingProps<Thing>) {
  if (!may || (edit !== 'new' && thing === null)) return null;
  const saved = () => {
    onClose();
    onSaved();
  };
  return <Suspense fallback={null}>{children({ onClose, onSaved: saved })}</Suspense>;
}
