import { Popover as Radix } from 'radix-ui';
import { Suspense } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Loading } from './states.tsx';

interface PopoverProps {
  /** The button that opened it: where it stands, and where the focus returns to. */
  anchor: RefObject<HTMLElement | null>;
  label: string;
  align: 'start' | 'end';
  className: string;
  onClose: () => void;
  children: ReactNode;
}

/** A panel beside the button that opened it; Escape and a click elsewhere close it. Load it lazily: it brings its positioning along. */
export default function Popover({ anchor, label, align, className, onClose, children }: PopoverProps) {
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Anchor virtualRef={anchor} />
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={8}
          collisionPadding={12}
          aria-label={label}
          // The button itself closes it, by its own click.
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
          className={`panel rise z-40 shadow-raised outline-none ${className}`}
        >
          <Suspense fallback={<Loading label={label} lines={3} className="p-4" />}>{children}</Suspense>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
