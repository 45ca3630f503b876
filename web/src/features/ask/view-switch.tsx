import { Orbit, Table2, Text } from 'lucide-react';
import { VIEWS } from './ask-address.ts';
import type { View } from './ask-address.ts';
import { Segments } from '../../ui/segments.tsx';

const LOOKS = {
  galaxy: { label: 'Galaxy', icon: Orbit },
  table: { label: 'Table', icon: Table2 },
  text: { label: 'Text', icon: Text },
} as const;

/** Three views of one answer. */
export function ViewSwitch({ view, onView }: { view: View; onView: (view: View) => void }) {
  return <Segments label="View" value={view} options={VIEWS.map((value) => ({ value, ...LOOKS[value] }))} onChange={onView} />;
}
