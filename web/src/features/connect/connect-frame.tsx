import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';
import { SubPages } from '../settings/sub-pages.tsx';
import { CONNECT_TABS } from './tabs.ts';

interface ConnectFrameProps {
  title: string;
  intro: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** The guide that tells about this page. */
  guide?: string;
}

/** A page of the Connect stage: its heading, and the way to the stage's other pages. */
export function ConnectFrame({ title, intro, actions, children, guide }: ConnectFrameProps) {
  return (
    <Page title={title} code="AAM" intro={intro} actions={actions} {...(guide === undefined ? {} : { guide })}>
      <SubPages label="Pages of Connect" pages={CONNECT_TABS} />
      {children}
    </Page>
  );
}
