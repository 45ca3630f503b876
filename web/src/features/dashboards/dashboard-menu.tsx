import { Camera, Download, FileJson, History, LayoutTemplate, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';

/** What is opened beside a dashboard. */
export type DashboardSheet = 'versions' | 'snapshots' | 'template';

interface DashboardMenuProps {
  label: string;
  trigger: ReactNode;
  onSheet: (sheet: DashboardSheet) => void;
  onExport: (format: 'JSON' | 'CSV') => void;
  onDelete: () => void;
}

/** What is seldom done with a whole dashboard. */
export default function DashboardMenu({ label, trigger, onSheet, onExport, onDelete }: DashboardMenuProps) {
  return (
    <Menu label={label} trigger={trigger}>
      <MenuItem icon={History} onSelect={() => onSheet('versions')}>
        Versions
      </MenuItem>
      <MenuItem icon={Camera} onSelect={() => onSheet('snapshots')}>
        Snapshots
      </MenuItem>
      <MenuItem icon={LayoutTemplate} onSelect={() => onSheet('template')}>
        Keep as a template
      </MenuItem>
      <MenuItem icon={FileJson} onSelect={() => onExport('JSON')}>
        Export layout and data
      </MenuItem>
      <MenuItem icon={Download} onSelect={() => onExport('CSV')}>
        Export data as CSV
      </MenuItem>
      <MenuLine />
      <MenuItem icon={Trash2} danger onSelect={onDelete}>
        Delete the dashboard
      </MenuItem>
    </Menu>
  );
}
