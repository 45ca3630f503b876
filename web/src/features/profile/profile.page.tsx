import { useViewer } from '../../app/viewer.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';

/** Who one is here. */
export default function ProfilePage() {
  const viewer = useViewer();
  return (
    <Page title="Profile" intro="How you appear to the people of your company.">
      {viewer === null ? <Loading label="Loading your profile" /> : null}
      {viewer ? (
        <Panel title="You">
          <p>{viewer.user.displayName}</p>
        </Panel>
      ) : null}
    </Page>
  );
}
