import { useViewer } from '../../app/viewer.ts';

/** Where data would go that somebody connects while in the demo company; nothing elsewhere. */
export function DemoNote() {
  if (!useViewer()?.tenant.demo) return null;
  return (
    <p className="rounded-lg border border-medium bg-medium-soft px-4 py-3" data-demo-note>
      You are in the demo company: what you connect here stays in it and goes when it is removed. “Connect your own data” above takes you to
      your own workspace.
    </p>
  );
}
