import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';
import { SubPages } from '../settings/sub-pages.tsx';
import { CONNECT_TABS } from './tabs.ts';

interface ConnectFrameProps {
  title: string;
  intro: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of the Connect stage: its heading, and the way to the stage's other pages. */
export function ConnectFrame({ title, intro, actions, children }: ConnectFrameProps) {
  return (
    <Page title={title} code="AAM" intro={intro} actions={actions}>
      <SubPages label="Pages of Connect" pages={CONNECT_TABS} />
      {children}
    </Page>
  );
}
