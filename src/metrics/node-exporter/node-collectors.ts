import {
  COLLECTORS, collectorSince, ESSENTIAL, isOnByDefault, NEEDS_ROOT, NodeAccess, OF_THE_HOST_ROOT, OF_THE_NETWORK_NAMESPACE,
} from './collector-table';
import { ProgramVersion, isOlder } from '../../presets/program-version';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { Finding, finding } from '../../private/finding';
import { byText } from '../../private/wire';
import { requireCollectors } from '../private/known-collectors';

/**
 * What differs from a set of collectors.
 */
export interface NodeCollectorsOptions {
  /**
   * Collectors that run in addition to those of the set, by the names of node_exporter: `systemd`, `processes`.
   *
   * @default - those of the set
   */
  readonly enabled?: string[];

  /**
   * Collectors of the set that do not run.
   *
   * @default - those of the set run
   */
  readonly disabled?: string[];
}

/**
 * Which collectors of node_exporter run.
 */
export class NodeCollectors {
  /**
   * Those that the exporter runs by itself, without the ones that cost more than they tell:
   *
   * - `btrfs`, which took 6 to 16 % of the exporter's processor time in profiles of nodes that have no such file system;
   * - `rapl`, unless the exporter runs as root: the kernel shows energy counters to user 0 only, so that it fails at every scrape;
   * - without the root of the host, `filesystem` and `os`, which would describe the container;
   * - without the host network, what would describe the network of the pod: `netdev`, `netstat`, `conntrack`, `arp` and their like.
   *
   * `hwmon` stays: it costs nothing where there are no sensors, and on bare metal nothing else tells the temperature.
   *
   * @throws unknown-collector
   */
  public static standard(changes: NodeCollectorsOptions = {}): NodeCollectors {
    return new NodeCollectors('standard', changes);
  }

  /**
   * Exactly those that the exporter runs by itself.
   *
   * @throws unknown-collector
   */
  public static upstream(changes: NodeCollectorsOptions = {}): NodeCollectors {
    return new NodeCollectors('upstream', changes);
  }

  /**
   * Those that the dashboards and alerts of the exporter's own mixin ask for, with `pressure` and `stat`: 370 series in place of 592 on a
   * small node.
   *
   * @throws unknown-collector
   */
  public static essential(changes: NodeCollectorsOptions = {}): NodeCollectors {
    return new NodeCollectors('essential', changes);
  }

  /**
   * These and no others, whatever a later release adds.
   *
   * @throws unknown-collector
   */
  public static only(names: string[]): NodeCollectors {
    return new NodeCollectors('only', { enabled: names });
  }

  /** The collectors that were asked for by name. */
  public readonly enabled: string[];
  /** The collectors that were switched off by name. */
  public readonly disabled: string[];

  private constructor(
    /** `standard`, `upstream`, `essential` or `only`. */
    public readonly preset: string,
    changes: NodeCollectorsOptions,
  ) {
    this.enabled = known(changes.enabled);
    this.disabled = known(changes.disabled);
    const both = this.enabled.find(name => this.disabled.includes(name));
    if (both !== undefined) {
      fail({
        code: 'conflicting-flags', what: 'a collector cannot be both on and off', given: quote(both), fix: 'keep it in one of the lists',
      });
    }
  }

  /** @internal the collectors that run, those of later releases aside */
  public _running(access: NodeAccess): string[] {
    const base = this.base(access);
    return COLLECTORS.filter(name => !this.disabled.includes(name) && (this.enabled.includes(name) || base(name)));
  }

  /** @internal the flags that make it so, by name */
  public _flags(access: NodeAccess, version: ProgramVersion): Array<[flag: string, on: boolean]> {
    const base = this.base(access);
    const startsEmpty = this.preset === 'essential' || this.preset === 'only';
    const flags: Array<[flag: string, on: boolean]> = startsEmpty ? [['collector.disable-defaults', true]] : [];
    for (const name of COLLECTORS) {
      const isUnknown = isOlder(version, collectorSince(name) ?? version);
      if (this.enabled.includes(name)) {
        flags.push([`collector.${name}`, true]);
      } else if (isUnknown) {
        continue;
      } else if (base(name) && !this.disabled.includes(name)) {
        if (startsEmpty || !isOnByDefault(name)) {flags.push([`collector.${name}`, true]);}
      } else if (!startsEmpty && (isOnByDefault(name) || this.disabled.includes(name))) {
        flags.push([`collector.${name}`, false]);
      }
    }
    return flags;
  }

  /** @internal what was asked for by name and cannot tell the truth */
  public _findings(access: NodeAccess): Finding[] {
    return this.enabled.flatMap((name): Finding[] => {
      if (access.isRoot === false && Object.hasOwn(NEEDS_ROOT, name)) {
        return [withoutAccess(name, NEEDS_ROOT[name], 'user 65534',
          'run the exporter with ContainerSecurity.root and a reason, or leave the collector out')];
      }
      if (!access.seesHostRoot && OF_THE_HOST_ROOT.includes(name)) {
        return [withoutAccess(name, 'it would describe the file systems of the container', 'hostRoot: false',
          'leave `hostRoot` out, or the collector')];
      }
      if (!access.sharesHostNetwork && OF_THE_NETWORK_NAMESPACE.includes(name)) {
        return [withoutAccess(name, 'it would describe the network of the pod', 'hostNetwork: false',
          'leave `hostNetwork` out, or the collector')];
      }
      return [];
    });
  }

  private base(access: NodeAccess): (name: string) => boolean {
    const isUseless = (name: string) => (name === 'rapl' && !access.isRoot)
      || (!access.seesHostRoot
        && OF_THE_HOST_ROOT.includes(name)) || (!access.sharesHostNetwork && OF_THE_NETWORK_NAMESPACE.includes(name));
    switch (this.preset) {
      case 'upstream': return isOnByDefault;
      case 'essential': return name => ESSENTIAL.includes(name) && !isUseless(name);
      case 'only': return () => false;
      default: return name => isOnByDefault(name) && name !== 'btrfs' && !isUseless(name);
    }
  }
}

guardClass({ NodeCollectors });

function withoutAccess(name: string, why: string, given: string, fix: string): Finding {
  return finding({ code: 'collector-without-access', what: `the collector ${name} has nothing true to say: ${why}`, given, fix });
}

function known(names: string[] = []): string[] {
  requireCollectors(names, COLLECTORS, 'node_exporter');
  return [...new Set(names)].sort(byText);
}
