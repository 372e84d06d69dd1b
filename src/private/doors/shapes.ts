import { isLate } from '../lazy-values';
import { BRAND, refusalsOf } from './refused';

/**
 * Whether a value has members by names: neither a list, nor something with entries of its own such as a Map, nor a value of a class of the
 * library.
 */
export function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  if (typeof value !== 'object' || value === null) {return false;}
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null
    || !(Symbol.iterator in value) && !(BRAND in value) && refusalsOf(value) === undefined && !isLate(value) && !isBuiltIn(value);
}

/** Dates, Maps, Promises and the like: YAML has no form for them. */
export function isBuiltIn(value: object): boolean {
  return Object.prototype.toString.call(value) !== '[object Object]' && !Array.isArray(value);
}

/** Whether a value is of a class of this library, or of a second copy of it. */
export function isOfClass(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && (value as { readonly [BRAND]?: string })[BRAND] === name
    && refusalsOf(value) === undefined;
}

type Foreign = (value: any) => boolean;

const named = (kind: string): Foreign => value => typeof value.name === 'string' && !(BRAND in value)
  && (typeof value.kind !== 'string' || value.kind === kind);

/** What values of other packages have that nothing else has. There too, a second copy has classes of its own. */
const FOREIGN: ReadonlyMap<string, Foreign> = new Map<string, Foreign>([
  ['cdk8s.ApiObject', value => typeof value.addJsonPatch === 'function'],
  ['cdk8s.App', value => typeof value.synthYaml === 'function'],
  ['cdk8s.Chart', value => typeof value.generateObjectName === 'function'],
  ['cdk8s.Duration', value => typeof value.toMilliseconds === 'function'],
  ['cdk8s.Size', value => typeof value.toMebibytes === 'function'],
  ['cdk8s-plus-28.Cpu', value => typeof value.amount === 'string'],
  ['cdk8s-plus-28.EnvValue', value => 'value' in value && 'valueFrom' in value],
  ['cdk8s-plus-28.IConfigMap', named('ConfigMap')],
  ['cdk8s-plus-28.IPersistentVolumeClaim', named('PersistentVolumeClaim')],
  ['cdk8s-plus-28.ISecret', named('Secret')],
  ['cdk8s-plus-28.IServiceAccount', named('ServiceAccount')],
  ['constructs.Construct', value => typeof value.node?.addValidation === 'function'],
  ['constructs.IConstruct', value => typeof value.node?.addValidation === 'function'],
]);

/** Whether a value has what those of a type of another package have. */
export function isForeign(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null || refusalsOf(value) !== undefined) {return false;}
  const has = FOREIGN.get(name);
  if (has === undefined) {throw new Error(`shapes.ts does not say what tells a ${name}`);}
  return has(value);
}

/** Whether a value can do what an interface asks for. */
export function isAble(value: unknown, methods: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && refusalsOf(value) === undefined
    && methods.every(method => typeof (value as { readonly [name: string]: unknown })[method] === 'function');
}
