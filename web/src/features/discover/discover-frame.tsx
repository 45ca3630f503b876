import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';
import { SubPages } from '../settings/sub-pages.tsx';
import { DISCOVER_TABS } from './tabs.ts';

interface DiscoverFrameProps {
  title: string;
  intro: ReactNode;
  actions?: ReactNode;
  /** The guide that tells about this page, by its name in docs/guides. */
  guide?: string;
  children: ReactNode;
}

/** A page of the Discover stage: its heading, and the way to the stage's other pages. */
export function DiscoverFrame({ title, intro, actions, guide = 'discovery', children }: DiscoverFrameProps) {
  return (
    <Page title={title} code="AOD" guide={guide} intro={intro} actions={actions}>
      <SubPages label="Pages of Discover" pages={DISCOVER_TABS} />
      {children}
    </Page>
  );
}
