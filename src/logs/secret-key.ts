import type { ISecret } from 'cdk8s-plus-28';
import { AgentFile } from '../agent/container/agent-file';
import { fail, quote } from '../private/agent-error';
import { guardClass } from '../private/doors/guard-class';
import { isConfigMapKey, requireName } from '../private/names';

/**
 * A key of a Secret in the agent's namespace: the only way in which a credential reaches a log agent.
 *
 * The value itself never passes through here, so it cannot end up in the YAML, in Git or in a ConfigMap.
 */
export class SecretKey {
  /**
   * By the name of a Secret that exists in the cluster.
   *
   * @param key the key in the Secret
   * @throws invalid-name
   */
  public static of(secretName: string, key: string): SecretKey {
    return new SecretKey(requireName(secretName, 'dns-subdomain', 'the Secret of a credential'), requireKey(key));
  }

  /**
   * From a Secret of cdk8s-plus, or anything else that has its `name`.
   *
   * @param key the key in the Secret
   * @throws invalid-name
   */
  public static fromSecret(secret: ISecret, key: string): SecretKey {
    return SecretKey.of(secret.name, key);
  }

  private constructor(
    /** The name of the Secret. */
    public readonly secretName: string,
    /** The key in the Secret. */
    public readonly key: string,
  ) {}

  /** @internal */
  public _fileAt(path: string): AgentFile {
    return AgentFile.secret(path, this.secretName, this.key);
  }
}

guardClass({ SecretKey });

function requireKey(key: string): string {
  if (!isConfigMapKey(key)) {
    fail({
      code: 'invalid-name',
      what: 'a Secret cannot have this key',
      given: quote(key),
      allowed: 'letters, digits, `-`, `_` and `.`',
      fix: 'name the key, not the value: the value stays in the Secret',
    });
  }
  return key;
}
