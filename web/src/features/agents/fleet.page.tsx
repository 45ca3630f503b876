import { ActFrame } from '../act/act-frame.tsx';
import { Fleet } from './fleet.tsx';

/** The agents that work here, one by one. */
export default function FleetPage() {
  return (
    <ActFrame title="Agents" intro="Who works here: what each is for, how it is doing, and what it did last.">
      <Fleet />
    </ActFrame>
  );
}
