import { SysctlOptions } from './sysctl-options';
import { sysctlRow } from './sysctl-table';
import { dotted, scopeOf } from '../../cluster/sysctls/sysctl-scope';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';

/**
 * A kernel parameter of the node, and its value.
 */
export class Sysctl {
  /**
   * Any parameter that is the node's.
   *
   * Those under `net.` belong to the network of the node: pods on the network of the node have them, and others do not. Shared memory
   * (`kernel.shm*`, `kernel.msg*`, `kernel.sem`, `fs.mqueue.*`) and host names belong to each pod, and are refused.
   *
   * @param name in dots, as sysctl(8) shows it: `vm.max_map_count`. With slashes the dots are those of network devices:
   * `net/ipv4/conf/eth0.100/rp_filter`
   * @param value several numbers have spaces between them: `4096 87380 6291456`
   * @throws invalid-sysctl
   */
  public static of(name: string, value: string, options: SysctlOptions = {}): Sysctl {
    return new Sysctl(requireName(name), requireValue(dotted(name), value), options.optional ?? false);
  }

  /**
   * How many areas of memory a process may map: `vm.max_map_count`. Elasticsearch and OpenSearch ask for 262144.
   *
   * @throws invalid-sysctl
   */
  public static maxMapCount(count: number): Sysctl {
    return Sysctl.of('vm.max_map_count', String(count));
  }

  /**
   * How many inotify instances a user may have: `fs.inotify.max_user_instances`. All pods of one user of the node share them, which is why
   * log agents meet the limit of 128.
   *
   * @throws invalid-sysctl
   */
  public static inotifyInstances(count: number): Sysctl {
    return Sysctl.of('fs.inotify.max_user_instances', String(count));
  }

  /**
   * How many files and directories a user may watch: `fs.inotify.max_user_watches`.
   *
   * @throws invalid-sysctl
   */
  public static inotifyWatches(count: number): Sysctl {
    return Sysctl.of('fs.inotify.max_user_watches', String(count));
  }

  private constructor(
    /** The name as it was given. */
    public readonly name: string,
    /** The value, with one space between numbers. */
    public readonly value: string,
    /** Whether a kernel without the parameter is passed over. */
    public readonly optional: boolean,
  ) {}
}

guardClass({ Sysctl });

/** As the API server has it for sysctls of pods. */
const NAME = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])+[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;

function requireName(name: string): string {
  if (!NAME.test(name) || name.length > 253) {
    fail({
      code: 'invalid-sysctl', what: 'there is no such kernel parameter', given: quote(name), allowed: 'a name such as vm.max_map_count',
      fix: 'look it up with sysctl -a',
    });
  }
  const scope = scopeOf(dotted(name));
  if (scope === 'ipc' || scope === 'uts') {
    fail({
      code: 'invalid-sysctl', what: 'the kernel parameter belongs to a namespace that each pod has for itself, so that no other pod would '
        + 'see the value', given: quote(name),
      allowed: 'parameters of the node or of its network',
      fix: scope === 'ipc'
        ? 'set it in the pods that need it: securityContext.sysctls, in this library PodSecurityContext.of({ sysctls })'
        : 'set `hostname` of the pod',
    });
  }
  return name;
}

function requireValue(name: string, given: string): string {
  const value = given.trim().replace(/[ \t]+/g, ' ');
  // printable, and nothing that the kubelet would take for a variable
  if (value === '' || !/^[\x20-\x7e]+$/.test(value) || value.includes('$(') || value.includes('\\')) {
    fail({
      code: 'invalid-sysctl', what: `${name} cannot have this value`, given: quote(given),
      allowed: 'a line of printable characters without \\ and without $(NAME)',
      fix: 'correct the value',
    });
  }
  const { range } = sysctlRow(name);
  if (range !== undefined && !(/^\d+$/.test(value) && Number(value) >= range[0] && Number(value) <= range[1])) {
    fail({
      code: 'invalid-sysctl', what: `${name} cannot have this value`, given: quote(given),
      allowed: `a whole number from ${range[0]} to ${range[1]}`, fix: 'correct the value',
    });
  }
  return value;
}
