import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

const WAIT_MS = 300;

/** A few words on what has the pointer or the focus; Escape puts them away. `children` is the one element they belong to, and must take the focus. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={WAIT_MS}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            sideOffset={6}
            collisionPadding={8}
            className="rise z-50 max-w-72 rounded-md border border-line bg-raised px-2.5 py-1.5 text-sm text-pretty text-ink shadow-raised"
          >
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
