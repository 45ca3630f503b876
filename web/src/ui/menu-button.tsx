import { Ellipsis } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';

interface MenuButtonProps {
  label: string;
  className?: string;
  /** The menu behind the button, lazily loaded, around the trigger it is given. */
  children: (trigger: ReactNode) => ReactNode;
}

/** The button of a menu whose code comes with the first click. */
export function MenuButton({ label, className, children }: MenuButtonProps) {
  const [wanted, setWanted] = useState(false);
  const icon = <Ellipsis aria-hidden size={16} />;
  const waiting = (
    <IconButton label={label} className={className} aria-haspopup="menu" onClick={() => setWanted(true)}>
      {icon}
    </IconButton>
  );
  if (!wanted) return waiting;
  return (
    <Suspense fallback={waiting}>
      {children(
        <IconButton label={label} className={className}>
          {icon}
        </IconButton>,
      )}
    </Suspense>
  );
}
