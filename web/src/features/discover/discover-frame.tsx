import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';
import { SubPages } from '../settings/sub-pages.tsx';
import { DISCOVER_TABS } from './tabs.ts';

interface DiscoverFrameProps {
  title: string;
  intro: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of the Discover stage: its heading, and the way to the stage's other pages. */
export function DiscoverFrame({ title, intro, actions, children }: DiscoverFrameProps) {
  return (
    <Page title={title} code="AOD" guide="discovery" intro={intro} actions={actions}>
      <SubPages label="Pages of Discover" pages={DISCOVER_TABS} />
      {children}
    </Page>
  );
}
