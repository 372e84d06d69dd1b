import * as fc from 'fast-check';
import type { ClusterAgentProps, NodeAgentProps } from '../../../src';

/** What no option, entry or member is ever meant to be. */
const never = fc.constantFrom<unknown>(new Map([['a', 'b']]), Symbol('a'), () => 'a', 7n, NaN);
/** What comes of something that was not set. */
const unset = fc.constantFrom<unknown>(undefined, null);

/** Props with one value replaced by what cannot be meant, and where that is. */
export interface Broken {
  readonly path: ReadonlyArray<string | number>;
  readonly props: NodeAgentProps | ClusterAgentProps;
}

/** Makes one value of sound props wrong: an option, an entry of a list or a map, or an option of a container. */
export function broken(props: NodeAgentProps | ClusterAgentProps): fc.Arbitrary<Broken> {
  return fc.constantFrom(...placesIn(props, [])).chain(path => fc.tuple(fc.constant(path), isEntry(path) ? fc.oneof(never, unset) : never))
    .map(([path, value]) => ({ path, props: replaced(props, path, value) as NodeAgentProps | ClusterAgentProps }));
}

const CONTAINERS = ['containers', 'initContainers', 'sidecars'];
const WRITTEN_AS_IT_IS = ['overrides', 'podOverrides', 'specOverrides'];

function placesIn(value: any, path: ReadonlyArray<string | number>): Array<ReadonlyArray<string | number>> {
  return Object.keys(value).filter(key => value[key] !== undefined).flatMap(key => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    const isOpen = Array.isArray(value[key]) && !CONTAINERS.includes(key)
      || isMap(value[key]) && !Array.isArray(value) && !WRITTEN_AS_IT_IS.includes(key);
    const isContainer = path.length === 1 && CONTAINERS.includes(String(path[0]));
    return [
      here, ...isOpen && !(path.length > 1 && !isContainer) || CONTAINERS.includes(key) || isContainer ? placesIn(value[key], here) : [],
    ];
  });
}

/** What is unset is not given, but among the entries of a list or a map. */
function isEntry(path: ReadonlyArray<string | number>): boolean {
  const isOfContainer = CONTAINERS.includes(String(path[0]));
  return path.length === 2 || isOfContainer && path.length === 4;
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function replaced(value: any, [step, ...rest]: ReadonlyArray<string | number>, by: unknown): unknown {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[step] = rest.length === 0 ? by : replaced(value[step], rest, by);
  return copy;
}
