import { Camera, Copy, Download, FileJson, History, LayoutTemplate, Link2, Presentation, Printer, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';

/** What is opened beside a dashboard. */
export type DashboardSheet = 'versions' | 'snapshots' | 'template';

/** What can be done with a whole dashboard. */
export interface BoardDoing {
  onSheet: (sheet: DashboardSheet) => void;
  onExport: (format: 'JSON' | 'CSV') => void;
  onShare: () => void;
  onPresent: () => void;
  onPrint: () => void;
  onCopy: () => void;
  onDelete: () => void;
}

interface DashboardMenuProps extends BoardDoing {
  label: string;
  trigger: ReactNode;
  saved: boolean;
  /** Whether this person may change dashboards. */
  may: boolean;
}

/** What is done with a whole dashboard. */
export default function DashboardMenu({ label, trigger, saved, may, ...on }: DashboardMenuProps) {
  return (
    <Menu label={label} trigger={trigger}>
      <MenuItem icon={Presentation} onSelect={on.onPresent}>
        Present
      </MenuItem>
      <MenuItem icon={Printer} onSelect={on.onPrint}>
        Print or save as PDF
      </MenuItem>
      <MenuItem icon={Link2} onSelect={on.onShare}>
        Copy the link
      </MenuItem>
      {saved ? (
        <>
          <MenuLine />
          <MenuItem icon={History} onSelect={() => on.onSheet('versions')}>
            Versions
          </MenuItem>
          <MenuItem icon={Camera} onSelect={() => on.onSheet('snapshots')}>
            Snapshots
          </MenuItem>
        </>
      ) : null}
      <MenuLine />
      {may ? (
        <>
          <MenuItem icon={LayoutTemplate} onSelect={() => on.onSheet('template')}>
            Keep as a template
          </MenuItem>
          {saved ? (
            <MenuItem icon={Copy} onSelect={on.onCopy}>
              Duplicate
            </MenuItem>
          ) : null}
        </>
      ) : null}
      <MenuItem icon={FileJson} onSelect={() => on.onExport('JSON')}>
        Export layout and data
      </MenuItem>
      <MenuItem icon={Download} onSelect={() => on.onExport('CSV')}>
        Export data as CSV
      </MenuItem>
      {may && saved ? (
        <>
          <MenuLine />
          <MenuItem icon={Trash2} danger onSelect={on.onDelete}>
            Delete the dashboard
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}
