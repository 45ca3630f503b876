import { Lock } from 'lucide-react';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';

/** A page that is there, for others: says so instead of a page full of refusals. */
export function NoPermission({ title }: { title: string }) {
  return (
    <Page title={title}>
      <Empty
        icon={Lock}
        title="Your role does not allow this"
        actions={
          <ButtonLink look="primary" to="/settings">
            To the settings
          </ButtonLink>
        }
      >
        An owner or an administrator of your company can open it, or give you another role.
      </Empty>
    </Page>
  );
}
