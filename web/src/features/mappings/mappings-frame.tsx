import type { ReactNode } from 'react';
import { UnifyFrame } from '../unify/unify-frame.tsx';

/** A page about mappings. */
export function MappingsFrame({ intro, actions, children }: { intro: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <UnifyFrame title="Mappings" intro={intro} actions={actions}>
      {children}
    </UnifyFrame>
  );
}
