import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';
import { SubPages } from '../settings/sub-pages.tsx';
import { UNIFY_TABS } from './tabs.ts';

interface UnifyFrameProps {
  title: string;
  intro: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** The guide that tells about this page. */
  guide?: string;
}

/** A page of the Unify stage: its heading, and the way to the stage's other pages. */
export function UnifyFrame({ title, intro, actions, children, guide }: UnifyFrameProps) {
  return (
    <Page title={title} code="DCL" intro={intro} actions={actions} {...(guide === undefined ? {} : { guide })}>
      <SubPages label="Pages of Unify" pages={UNIFY_TABS} />
      {children}
    </Page>
  );
}
