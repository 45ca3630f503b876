import type { ReactNode } from 'react';
import { Brand } from '../../app/brand.tsx';
import { Stars } from '../../ui/stars.tsx';

/** The quiet room in front of the client: a card over a slow sky. */
export function SessionFrame({ title, intro, children }: { title: string; intro: ReactNode; children: ReactNode }) {
  return (
    <main className="sky relative grid min-h-dvh place-items-center overflow-hidden px-4 py-10">
      <title>{`${title} · AutonomOS`}</title>
      <Stars className="absolute inset-0 size-full" />
      <div className="relative grid w-full max-w-[400px] gap-6">
        <Brand className="justify-self-center text-lg" />
        <div className="panel grid gap-5 p-6 shadow-raised sm:p-8">
          <div className="grid gap-1">
            <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
            <p className="text-base text-muted">{intro}</p>
          </div>
          {children}
        </div>
      </div>
    </main>
  );
}
