import type { ReactNode } from 'react';
import { Pills } from '../../ui/pills.tsx';
import { UnifyFrame } from '../unify/unify-frame.tsx';

const PARTS = [
  { to: '/ontology/edit', label: 'Draft', end: true },
  { to: '/ontology/edit/versions', label: 'Versions' },
];

/** A page about changing the model: the draft, and the versions there were. */
export function ModelFrame({ intro, actions, children }: { intro: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <UnifyFrame title="Editor" intro={intro} actions={actions}>
      <Pills label="Parts of the editor" pages={PARTS} />
      {children}
    </UnifyFrame>
  );
}
