import { ActFrame } from '../act/act-frame.tsx';
import { Vitals } from './vitals.tsx';

/** How the agents are doing, over time. */
export default function VitalsPage() {
  return (
    <ActFrame title="Vitals" intro="How the agents are doing: what began, what ended well, what failed, and how long it took.">
      <Vitals />
    </ActFrame>
  );
}
