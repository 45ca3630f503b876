import { Sheet } from '../ui/sheet.tsx';
import { ShortcutList } from './shortcut-list.tsx';

export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title="Keyboard shortcuts" onClose={onClose}>
      <ShortcutList />
    </Sheet>
  );
}
