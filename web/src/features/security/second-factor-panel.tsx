import { ShieldCheck, ShieldOff } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { SecurityQuery } from '../../gql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { formatDay, plural } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { RemoveSecondFactor } from './remove-second-factor.tsx';

const Enrol = lazy(() => import('./enrol.tsx'));

type Factor = NonNullable<SecurityQuery['viewer']>['secondFactor'];

/** Few enough to make new ones. */
const FEW_CODES = 3;

/** The second step of logging in: off, being set up, on. */
export function SecondFactorPanel({ factor, hasPassword, onChange }: { factor: Factor; hasPassword: boolean; onChange: () => void }) {
  const [doing, setDoing] = useState<'nothing' | 'enrolling' | 'removing'>('nothing');
  const done = () => {
    setDoing('nothing');
    onChange();
  };
  const Icon = factor ? ShieldCheck : ShieldOff;
  return (
    <Panel title="Second factor">
      <div className="grid gap-4" data-second-factor={factor ? 'on' : 'off'}>
        <p className={doing === 'enrolling' ? 'sr-only' : 'flex max-w-[72ch] gap-3'}>
          <Icon aria-hidden size={20} className={factor ? 'shrink-0 text-high' : 'shrink-0 text-muted'} />
          {factor ? (
            <span>
              On since {formatDay(factor.since)}: logging in takes a code of your authenticator as well. You have{' '}
              {plural(factor.recoveryCodesLeft, 'recovery code')} left.
              {factor.recoveryCodesLeft <= FEW_CODES ? ' Take the factor away and set it up again to get new ones.' : ''}
            </span>
          ) : (
            <span>
              Off. With it, your password alone is not enough: whoever learns it still needs a code that only your authenticator shows.
            </span>
          )}
        </p>
        {doing === 'nothing' && !factor && hasPassword ? (
          <Button look="primary" className="justify-self-start" onClick={() => setDoing('enrolling')} data-enrol>
            Set it up
          </Button>
        ) : null}
        {doing === 'nothing' && factor ? (
          <Button look="danger" className="justify-self-start" onClick={() => setDoing('removing')}>
            Take it away
          </Button>
        ) : null}
        {!factor && !hasPassword ? <p className="text-muted">It guards a password, and you have none.</p> : null}
        {doing === 'enrolling' ? (
          <Suspense fallback={<Loading label="Loading" lines={2} />}>
            <Enrol onDone={done} onCancel={() => setDoing('nothing')} />
          </Suspense>
        ) : null}
        {doing === 'removing' ? <RemoveSecondFactor onDone={done} onCancel={() => setDoing('nothing')} /> : null}
      </div>
    </Panel>
  );
}
