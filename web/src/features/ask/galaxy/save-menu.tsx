import { Image, Shapes, Sheet } from 'lucide-react';
import type { ReactNode } from 'react';
import type { GalaxyFieldsFragment } from '../../../gql/graphql.ts';
import { downloadCsv } from '../../../ui/csv.ts';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { notify } from '../../../ui/notify.ts';
import { savePng, saveSvg } from './picture.ts';
import { GALAXY_COLUMNS, galaxyRows } from './galaxy-rows.ts';

interface SaveMenuProps {
  galaxy: GalaxyFieldsFragment;
  question: string;
  trigger: ReactNode;
}

/** The galaxy as a file: a picture with its question and the day, or its table. */
export default function SaveMenu({ galaxy, question, trigger }: SaveMenuProps) {
  const sky = () => document.querySelector<HTMLElement>('[data-sky]');
  const save = (as: typeof savePng) => {
    const drawn = sky();
    if (drawn) void as(drawn, question).catch(() => notify('error', 'The picture could not be made', 'Try the SVG, or the table as CSV.'));
  };
  return (
    <Menu label="Save the galaxy" trigger={trigger}>
      <MenuItem icon={Image} onSelect={() => save(savePng)}>
        Picture (PNG)
      </MenuItem>
      <MenuItem icon={Shapes} onSelect={() => save(saveSvg)}>
        Drawing (SVG)
      </MenuItem>
      <MenuItem icon={Sheet} onSelect={() => downloadCsv(`${question} galaxy`, GALAXY_COLUMNS, galaxyRows(galaxy))}>
        Table (CSV)
      </MenuItem>
    </Menu>
  );
}
