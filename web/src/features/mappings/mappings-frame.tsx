import type { ReactNode } from 'react';
import { Pills } from '../../ui/pills.tsx';
import { UnifyFrame } from '../unify/unify-frame.tsx';

const PARTS = [
  { to: '/ontology/mappings', label: 'Proposals', end: true },
  { to: '/ontology/mappings/jobs', label: 'Bulk jobs' },
  { to: '/ontology/mappings/pairs', label: 'Taught pairs' },
];

/** A page about mappings. */
export function MappingsFrame({ intro, actions, children }: { intro: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <UnifyFrame title="Mappings" guide="mapping" intro={intro} actions={actions}>
      <Pills label="Parts of Mappings" pages={PARTS} />
      {children}
    </UnifyFrame>
  );
}
