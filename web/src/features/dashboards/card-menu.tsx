import { Copy, Link2, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';

interface CardMenuProps {
  label: string;
  trigger: ReactNode;
  /** Whether this person may change dashboards. */
  may: boolean;
  onRename: () => void;
  onDuplicate: () => void;
  onShare: () => void;
  onDelete: () => void;
}

/** What is done with a dashboard from the list. */
export default function CardMenu({ label, trigger, may, onRename, onDuplicate, onShare, onDelete }: CardMenuProps) {
  return (
    <Menu label={label} trigger={trigger}>
      <MenuItem icon={Link2} onSelect={onShare}>
        Copy the link
      </MenuItem>
      {may ? (
        <>
          <MenuItem icon={Pencil} onSelect={onRename}>
            Rename
          </MenuItem>
          <MenuItem icon={Copy} onSelect={onDuplicate}>
            Duplicate
          </MenuItem>
          <MenuLine />
          <MenuItem icon={Trash2} danger onSelect={onDelete}>
            Delete
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}
