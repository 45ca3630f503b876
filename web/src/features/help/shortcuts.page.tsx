import { ShortcutList } from '../../app/shortcut-list.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { BackLink } from './back-link.tsx';

/** Every shortcut, as a page that can be linked to. */
export default function ShortcutsPage() {
  return (
    <>
      <BackLink to="/help">Help</BackLink>
      <Page title="Keyboard shortcuts">
        <Panel>
          <ShortcutList />
        </Panel>
      </Page>
    </>
  );
}
