import { ActFrame } from '../act/act-frame.tsx';
import { RunList } from './run-list.tsx';

/** Everything that ran or runs. */
export default function RunsPage() {
  return (
    <ActFrame title="Runs" intro="Everything that ran or runs, the newest first. What is under way moves by itself.">
      <RunList />
    </ActFrame>
  );
}
