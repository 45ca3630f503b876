import { Copy, Moon, Sun, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../ui/menu.tsx';

const CHOICES = [
  { value: 'light', label: 'By day', icon: Sun },
  { value: 'dark', label: 'By night', icon: Moon },
] as const;

/** A menu that does nothing. */
export default function SampleMenu({ trigger }: { trigger: ReactNode }) {
  const [value, setValue] = useState<'light' | 'dark'>('light');
  return (
    <Menu label="Sample" trigger={trigger}>
      <MenuItem icon={Copy} onSelect={() => undefined}>
        Copy
      </MenuItem>
      <MenuChoice label="When" value={value} options={CHOICES} onChoose={setValue} />
      <MenuLine />
      <MenuItem icon={Trash2} danger disabled onSelect={() => undefined}>
        Cannot be removed
      </MenuItem>
    </Menu>
  );
}
