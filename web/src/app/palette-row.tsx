import { Command } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

const ROW =
  'flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 text-base text-ink data-[selected=true]:bg-accent-soft [&_svg]:shrink-0 [&_svg]:text-muted';

interface RowProps {
  icon: LucideIcon;
  /** What it is found by; the same for no other row. */
  value: string;
  /** What stands at its end: its key, or what it is. */
  hint?: ReactNode;
  keys?: string;
  /** Shown whatever is typed. */
  always?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

/** One thing to do or to go to. */
export function Row({ icon: Icon, value, hint, keys, always = false, onSelect, children }: RowProps) {
  return (
    <Command.Item value={value} onSelect={onSelect} forceMount={always} className={ROW}>
      <Icon aria-hidden size={16} />
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {children}
      </span>
      {hint ? <span className="max-w-40 shrink-0 truncate text-xs text-muted">{hint}</span> : null}
      {keys ? <kbd>{keys}</kbd> : null}
    </Command.Item>
  );
}

/** Rows under a heading; without rows nothing. */
export function Group({ heading, always = false, children }: { heading: string; always?: boolean; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      forceMount={always}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}
