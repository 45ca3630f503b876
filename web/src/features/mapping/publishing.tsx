import { Panel } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';

export function Publishing() {
  return (
    <Panel label="Publishing" className="grid gap-3">
      <p role="status" className="text-md font-medium" data-publishing>
        Publishing: tables are made, rows become records, references are resolved
      </p>
      <Progress value={null} label="Publishing the mapping" className="h-2" />
      <p className="text-muted">You may leave this page; it goes on by itself.</p>
    </Panel>
  );
}
