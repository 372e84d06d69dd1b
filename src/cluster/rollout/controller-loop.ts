import type { Action, ControllerView } from './controller-view';
import { NodeStatus, STATUS_FIGURES } from './node-view';
import type { RateLimit } from './rate-limit';
import type { RolloutRequests } from './rollout-result';

/** Something that the controller does, and when its request gets through. */
export interface TimedAction {
  readonly at: number;
  readonly action: Action;
}

/** So many events about one object are sent; after that they are dropped. */
const EVENTS_SENT = 25;

/**
 * The controller at work: it looks at the cluster, does what follows from it, writes the status, and looks again when something has changed
 * meanwhile. It makes one request after the other, and no more of them than its limit allows.
 */
export class ControllerLoop {
  public readonly requests: { -readonly [verb in keyof RolloutRequests]: number } = { creates: 0, deletes: 0, statusUpdates: 0, events: 0 };
  /** When it looks again although nothing has changed. It has one alarm, and keeps the earlier one. */
  public alarmAt = Infinity;
  private isFree = true;
  private hasNews = true;
  private reported?: NodeStatus;

  public constructor(private readonly view: ControllerView, private readonly limit: RateLimit, private readonly minReadySeconds: number) {}

  public get wantsToLook(): boolean {
    return this.isFree && this.hasNews;
  }

  /** Something has changed that the controller is notified of. */
  public notify(): void {
    this.hasNews = true;
  }

  /** A pod became Ready: it is to be looked at when it is available. */
  public notifyReady(now: number): void {
    this.hasNews = true;
    if (this.minReadySeconds > 0) {this.wakeAt(now + this.minReadySeconds + 1);}
  }

  /** The alarm goes off. */
  public ring(): void {
    this.alarmAt = Infinity;
    this.hasNews = true;
  }

  /** Looks at the cluster. The status is written after the last of the actions. */
  public look(now: number): TimedAction[] {
    this.isFree = this.hasNews = false;
    return this.view.nextActions().map(action => {
      const at = this.limit.next(now);
      this.requests[action.what === 'create' ? 'creates' : 'deletes']++;
      if (this.requests.events < EVENTS_SENT) {
        this.requests.events++;
        this.limit.next(now);
      }
      return { at, action };
    });
  }

  /** Writes the status, where it has changed. Returns when that is done. */
  public report(now: number): number {
    const { status } = this.view;
    let done = now;
    if (STATUS_FIGURES.some(figure => status[figure] !== this.reported?.[figure])) {
      this.reported = { ...status };
      this.requests.statusUpdates++;
      done = this.limit.next(now);
    }
    // this counts one pod of each node, the oldest: a new pod beside an old one wakes nobody up
    if (this.minReadySeconds > 0 && status.ready !== status.available) {this.wakeAt(done + this.minReadySeconds);}
    return done;
  }

  /** Is ready for the next look. */
  public rest(): void {
    this.isFree = true;
  }

  private wakeAt(at: number): void {
    this.alarmAt = Math.min(this.alarmAt, at);
  }
}
