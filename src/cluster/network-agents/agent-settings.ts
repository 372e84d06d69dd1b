import { namespaceFor } from '../../private/entry';
import type { Wire } from '../../private/wire';
import type { CheckContext } from '../inventory/check-context';
import type { Workload } from '../inventory/workload';

/** That a setting is in an object which is not among those that are looked at. */
export const UNKNOWN = Symbol('unknown');

/** The text of a setting; undefined where nobody says anything of it. */
export type Setting = string | undefined | typeof UNKNOWN;

/** What settings are looked up in. */
export type Objects = Pick<CheckContext, 'inventory'>;

/** How a program receives a setting. */
export type ReadSetting = (objects: Objects, workload: Workload, container: Wire, name: string) => Setting;

/** The settings of one container, by name. */
export type Settings = (name: string) => Setting;

/** A variable of a container, also one that comes from a ConfigMap. */
export function variableOf(objects: Objects, workload: Workload, container: Wire, name: string): Setting {
  const variable = (container.env ?? []).find((each: Wire) => each.name === name);
  if (variable?.valueFrom?.configMapKeyRef) {
    const { name: map, key } = variable.valueFrom.configMapKeyRef;
    return keyOf(objects, workload, map, key);
  }
  if (variable !== undefined) {return variable.valueFrom ? UNKNOWN : String(variable.value ?? '');}
  const sources: readonly Wire[] = container.envFrom ?? [];
  return sources.map(source => ofSource(objects, workload, source, name)).filter(value => value !== undefined).at(-1);
}

function ofSource(objects: Objects, workload: Workload, { configMapRef, secretRef, prefix }: Wire, name: string): Setting {
  if (!name.startsWith(prefix ?? '')) {return undefined;}
  const value = configMapRef ? keyOf(objects, workload, configMapRef.name, name.slice((prefix ?? '').length)) : UNKNOWN;
  // an optional object that is not there leaves the program to its default
  return value === UNKNOWN && (configMapRef ?? secretRef)?.optional === true ? undefined : value;
}

/** The value of a flag: of `--name=value`, of `--name value`, and `true` where it stands alone. */
export function flagOf({ command, args }: Wire, name: string): string | undefined {
  const words: readonly unknown[] = [...command ?? [], ...args ?? []];
  const index = words.map(word => word === `--${name}` || typeof word === 'string' && word.startsWith(`--${name}=`)).lastIndexOf(true);
  if (index < 0) {return undefined;}
  const word = words[index] as string;
  if (word.includes('=')) {return word.slice(word.indexOf('=') + 1);}
  const next = words[index + 1];
  return typeof next === 'string' && !next.startsWith('-') ? next : 'true';
}

/** A setting that is a flag and nothing else. */
export const readFlag: ReadSetting = (_objects, _workload, container, name) => flagOf(container, name);

const CILIUM_CONFIG = 'cilium-config';

/** A key of the configuration of Cilium: flags win over its ConfigMap. */
export function ciliumSetting(objects: Objects, workload: Workload, container: Wire, key: string): Setting {
  return flagOf(container, key) ?? keyOf(objects, workload, CILIUM_CONFIG, key);
}

function keyOf({ inventory }: Objects, workload: Workload, map: string, key: string): Setting {
  const found = inventory.find('ConfigMap', '', map, namespaceFor(workload));
  if (found === undefined) {return UNKNOWN;}
  const value: unknown = found.object.data?.[key];
  return value === undefined ? undefined : String(value);
}
