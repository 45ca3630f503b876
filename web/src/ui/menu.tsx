import type { LucideIcon } from 'lucide-react';
import { Check, ChevronRight } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

const ITEM =
  'flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-base text-ink outline-none select-none data-highlighted:bg-accent-soft data-disabled:cursor-not-allowed data-disabled:opacity-50 [&_svg]:text-muted';

/** A menu's panel; longer ones scroll. */
const PANEL = 'panel rise scroll-thin z-40 max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto p-1.5 shadow-raised';
/** How near a menu comes to the edge of the window, in px. */
const EDGE_PX = 12;

/**
 * A menu behind a button: arrows move through it, letters find, Escape closes. `trigger` is the button. It opens at once: see
 * ./menu-button.tsx, which loads it with the first click.
 */
export function Menu({ label, trigger, children }: { label: string; trigger: ReactNode; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={EDGE_PX}
          className={classes(PANEL, 'min-w-52')}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  icon?: LucideIcon;
  onSelect?: () => void;
  children: ReactNode;
  danger?: boolean;
  disabled?: boolean;
}

export function MenuItem({ icon: Icon, onSelect, children, danger = false, disabled = false }: MenuItemProps) {
  return (
    <DropdownMenu.Item disabled={disabled} onSelect={() => onSelect?.()} className={classes(ITEM, danger && 'text-low [&_svg]:text-low')}>
      {Icon ? <Icon aria-hidden size={15} /> : null}
      {children}
    </DropdownMenu.Item>
  );
}

interface MenuChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon: LucideIcon }[];
  onChoose: (value: Value) => void;
}

/** One of a few inside a menu; the one that holds has a tick. */
export function MenuChoice<Value extends string>({ label, value, options, onChoose }: MenuChoiceProps<Value>) {
  return (
    <DropdownMenu.RadioGroup value={value} aria-label={label}>
      <DropdownMenu.Label className="px-2.5 pt-1.5 pb-1 text-xs text-muted">{label}</DropdownMenu.Label>
      {options.map(({ value: each, label: text, icon: Icon }) => (
        <DropdownMenu.RadioItem key={each} value={each} onSelect={() => onChoose(each)} className={ITEM}>
          <Icon aria-hidden size={15} />
          {text}
          <DropdownMenu.ItemIndicator className="ml-auto pl-4">
            <Check aria-hidden size={14} />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

/** A menu inside a menu: the right arrow (or a moment over it) opens it, the left one closes it. What is in it is asked for then. */
export function MenuSub({ icon: Icon, label, children }: { icon: LucideIcon; label: string; children: ReactNode }) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={classes(ITEM, 'data-[state=open]:bg-accent-soft')}>
        <Icon aria-hidden size={15} />
        {label}
        <ChevronRight aria-hidden size={14} className="ml-auto" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent
          sideOffset={4}
          collisionPadding={EDGE_PX}
          className={classes(PANEL, 'max-w-72 min-w-44 max-sm:translate-x-7')}
        >
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className="my-1.5 h-px bg-line" />;
}
