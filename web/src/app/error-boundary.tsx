import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/states.tsx';

interface Props {
  children: ReactNode;
  /** When it changes (another address), the page gets another chance. */
  resetKey?: string;
}

/** Catches what a page throws, so that the rest of the client stays usable. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate(previous: Props) {
    if (this.state.failed && previous.resetKey !== this.props.resetKey) this.setState({ failed: false });
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="mx-auto grid max-w-xl gap-4 p-6">
        <ProblemNote
          problem={{
            code: 'CLIENT_FAILED',
            message: 'This page failed to show.',
            todo: 'Load it again. Nothing on the server was lost.',
            retry: false,
          }}
        />
        <Button look="primary" className="justify-self-start" onClick={() => window.location.reload()}>
          Load again
        </Button>
      </div>
    );
  }
}
