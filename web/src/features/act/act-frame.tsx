import type { ReactNode } from 'react';
import { usePendingApprovals } from '../../app/use-pending-approvals.ts';
import { Page } from '../../ui/page.tsx';
import { SubPages } from '../settings/sub-pages.tsx';
import { ACT_TABS } from './tabs.ts';

interface ActFrameProps {
  title: string;
  intro: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** The guide that tells about this page. */
  guide?: string;
}

/** A page of the Act stage: its heading, and the way to the stage's other pages. */
export function ActFrame({ title, intro, actions, children, guide }: ActFrameProps) {
  const pending = usePendingApprovals();
  const pages = ACT_TABS.map((tab) => ({ ...tab, mark: tab.to === '/agents' && pending > 0 ? <Pending count={pending} /> : null }));
  return (
    <Page title={title} code="AOA" intro={intro} actions={actions} {...(guide === undefined ? {} : { guide })}>
      <SubPages label="Pages of Act" pages={pages} />
      {children}
    </Page>
  );
}

function Pending({ count }: { count: number }) {
  return <span className="rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent">{count}</span>;
}
