import type { IServiceAccount } from 'cdk8s-plus-28';
import { guardClass } from '../../private/doors/guard-class';
import { requireName } from '../../private/names';

/**
 * The identity of the agent towards the Kubernetes API.
 */
export class AgentServiceAccount {
  /**
   * One is made, named after the agent, as soon as something is granted. Without a grant there is none, and no token in the pod; the pods
   * then name `default`, because an apply that leaves the name out keeps the account of earlier pods.
   */
  public static whenNeeded(): AgentServiceAccount {
    return new AgentServiceAccount('managed', false);
  }

  /**
   * One is made, named after the agent, whether or not something is granted: for cloud identities that hang on it.
   *
   * @param annotations annotations of the service account, such as the cloud role that it stands for
   */
  public static managed(annotations?: { [key: string]: string }): AgentServiceAccount {
    return new AgentServiceAccount('managed', true, undefined, annotations);
  }

  /**
   * One that exists in the cluster. Grants are bound to it.
   *
   * @throws invalid-name
   */
  public static named(accountName: string): AgentServiceAccount {
    return new AgentServiceAccount('existing', true, requireName(accountName, 'dns-subdomain', 'the service account'));
  }

  /** A service account of cdk8s-plus, or anything else that has its `name`. Grants are bound to it. */
  public static fromPlus(account: IServiceAccount): AgentServiceAccount {
    return AgentServiceAccount.named(account.name);
  }

  /**
   * Nothing is written: new pods run as `default` of their namespace, with its token mounted unless the cluster says otherwise. Pods that
   * had another account keep it, whose name an apply leaves.
   */
  public static clusterDefault(): AgentServiceAccount {
    return new AgentServiceAccount('default', false);
  }

  private constructor(
    /** `managed`, `existing` or `default`. */
    public readonly kind: string,
    /** @internal whether there is one even without a grant */
    public readonly _always: boolean,
    /** The name, where it is not the agent's. */
    public readonly name?: string,
    /** @internal */
    public readonly _annotations?: { [key: string]: string },
  ) {}
}

guardClass({ AgentServiceAccount });
