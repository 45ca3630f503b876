import { Sheet } from '../../ui/sheet.tsx';
import Why from '../ask/why.tsx';
import type { Content } from './content.ts';

/** Why a widget's number moved: what each group added. */
export default function WhySheet({ title, content, onClose }: { title: string; content: Content & { id: string }; onClose: () => void }) {
  return (
    <Sheet title={`Why did ${title} move?`} onClose={onClose}>
      <Why answer={content} />
    </Sheet>
  );
}
