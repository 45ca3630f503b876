import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuItem } from '../../ui/menu.tsx';

interface DeleteMenuProps {
  label: string;
  trigger: ReactNode;
  what: string;
  onDelete: () => void;
}

/** What is seldom done with a whole dashboard. */
export default function DeleteMenu({ label, trigger, what, onDelete }: DeleteMenuProps) {
  return (
    <Menu label={label} trigger={trigger}>
      <MenuItem icon={Trash2} danger onSelect={onDelete}>
        {what}
      </MenuItem>
    </Menu>
  );
}
