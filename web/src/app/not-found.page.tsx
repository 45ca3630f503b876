import { Telescope } from 'lucide-react';
import { ButtonLink } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';

export default function NotFoundPage() {
  return (
    <Page title="Nothing here">
      <Empty
        icon={Telescope}
        title="This address leads nowhere"
        actions={
          <ButtonLink look="primary" to="/">
            To the overview
          </ButtonLink>
        }
      >
        The link may be old, or what it showed was removed.
      </Empty>
    </Page>
  );
}
