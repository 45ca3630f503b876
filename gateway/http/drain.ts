import type { ServerResponse } from 'node:http';

/** What is being answered, and whether we are about to go: from then on every reply tells its client to come back elsewhere. */
export class Drain {
  private readonly replies = new Set<ServerResponse>();
  private going = false;

  get begun(): boolean {
    return this.going;
  }

  /** Follows a reply to its end. */
  follow(response: ServerResponse): void {
    if (this.going) response.shouldKeepAlive = false;
    this.replies.add(response);
    response.once('close', () => this.replies.delete(response));
  }

  begin(): void {
    this.going = true;
    for (const response of this.replies) response.shouldKeepAlive = false;
  }
}
