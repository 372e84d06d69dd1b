import { Duration } from 'cdk8s';
import { Port } from './port';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { wholeSeconds } from '../../private/duration';
import { Wire } from '../../private/wire';

/**
 * What runs just after a container has started, or just before it is stopped.
 */
export class LifecycleHook {
  /**
   * A program of the container's image. Distroless images have no shell.
   *
   * @throws invalid-hook
   */
  public static exec(command: string[]): LifecycleHook {
    if (command.length === 0) {
      fail({
        code: 'invalid-hook', what: 'a hook has no command to run', given: 'an empty list',
        fix: 'name the program and its arguments, each a text of its own',
      });
    }
    return new LifecycleHook({ exec: { command: [...command] } });
  }

  /**
   * A request over HTTP.
   *
   * @throws invalid-hook
   */
  public static http(path: string, port: Port): LifecycleHook {
    if (!path.startsWith('/')) {
      fail({ code: 'invalid-hook', what: 'the path of a hook begins with /', given: quote(path), fix: `write '/${path}'` });
    }
    return new LifecycleHook({ httpGet: { path, port: port._reference() } }, port);
  }

  /** A pause. Needs Kubernetes 1.30. */
  public static sleep(duration: Duration): LifecycleHook {
    return new LifecycleHook({ sleep: { seconds: wholeSeconds(duration, 'a pause', 1) } });
  }

  private constructor(
    private readonly handler: Wire,
    /** @internal the port that is asked */
    public readonly _port?: Port,
  ) {}

  /**
   * Whether the hook is a pause.
   */
  public get isSleep(): boolean {
    return this.handler.sleep !== undefined;
  }

  /** @internal */
  public _toWire(): Wire {
    return this.handler;
  }
}

guardClass({ LifecycleHook });
