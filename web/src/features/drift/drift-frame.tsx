import type { ReactNode } from 'react';
import { Pills } from '../../ui/pills.tsx';
import { ConnectFrame } from '../connect/connect-frame.tsx';

const PARTS = [
  { to: '/connections/drift', label: 'Changes', end: true },
  { to: '/connections/drift/repairs', label: 'Repairs' },
  { to: '/connections/drift/policy', label: 'Policy' },
];

/** A page about drift: what changed, what is done about it, and what may be done without asking. */
export function DriftFrame({ intro, actions, children }: { intro: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <ConnectFrame title="Drift" guide="drift-and-repair" intro={intro} actions={actions}>
      <Pills label="Parts of Drift" pages={PARTS} />
      {children}
    </ConnectFrame>
  );
}
