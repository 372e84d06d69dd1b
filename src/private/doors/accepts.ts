import { isLate } from '../lazy-values';
import { isComparable, isOfSomeClass, isPlain } from './plain';
import { apiType, Member, TypeText } from './read-table';
import { isAble, isForeign, isOfClass, isRecord } from './shapes';

/**
 * Whether a value is what a type says, whole and without null. Runs over all that is given, so it makes nothing: `take` says what is wrong.
 */
type Accepts = (value: any) => boolean;

const known = new Map<TypeText, Accepts>([
  ['text', value => typeof value === 'string'],
  ['late', value => typeof value === 'string' || isLate(value)],
  ['number', value => typeof value === 'number' && !Number.isNaN(value)],
  ['boolean', value => value === true || value === false],
  ['any', value => isPlain(value)],
  ['pattern', value => isComparable(value)],
]);

const open = new Map<string, Accepts>();

export function accepts(type: TypeText): Accepts {
  let accept = known.get(type);
  if (accept === undefined) {
    accept = made(type);
    known.set(type, accept);
  }
  return accept;
}

/** The same for a struct that may have members of its own in addition: the props of a subclass. */
export function acceptsOpen(struct: string): Accepts {
  let accept = open.get(struct);
  if (accept === undefined) {
    accept = structure(struct, true);
    open.set(struct, accept);
  }
  return accept;
}

/** Whether all arguments of a call are what its parameters say. */
export function acceptsAll(parameters: readonly Member[]): (args: readonly unknown[]) => boolean {
  const accept = parameters.map(({ type }) => accepts(type));
  return args => {
    for (let at = 0; at < parameters.length; at++) {
      const { isOptional, isVariadic } = parameters[at];
      if (isVariadic) {return acceptRest(accept[at], args, at);}
      if (args[at] === undefined ? !isOptional : args[at] === null || !accept[at](args[at])) {return false;}
    }
    return true;
  };
}

function acceptRest(accept: Accepts, args: readonly unknown[], from: number): boolean {
  for (let at = from; at < args.length; at++) {
    if (!accept(args[at])) {return false;}
  }
  return true;
}

function made(type: TypeText): Accepts {
  if (type.startsWith('[')) {return list(type.slice(1));}
  if (type.startsWith('{')) {return map(type.slice(1));}
  const named = apiType(type);
  switch (named?.kind) {
    case 'class': return value => isOfClass(value, type);
    case 'enum': return value => named.values.has(value);
    case 'interface': return value => isAble(value, named.methods);
    case 'struct': return structure(type, false);
    default: return value => isForeign(value, type);
  }
}

/** Lists and maps that are written as they are may be late as a whole. */
function list(entry: TypeText): Accepts {
  const accept = accepts(entry);
  return value => (Array.isArray(value)
    ? acceptRest(accept, value, 0) && (entry !== 'any' || isPlain(value))
    : entry === 'any' && isLate(value));
}

function map(entry: TypeText): Accepts {
  const accept = accepts(entry);
  if (entry === 'any') {return value => isRecord(value) && !isOfSomeClass(value) && isPlain(value) || isLate(value);}
  return value => {
    if (!isRecord(value)) {return false;}
    for (const key in value) {
      if (!accept(value[key])) {return false;}
    }
    return true;
  };
}

function structure(name: string, isOpen: boolean): Accepts {
  let members: ReadonlyMap<string, Accepts> | undefined;
  let required: readonly string[] = [];
  const load = () => {
    const type = apiType(name);
    if (type?.kind !== 'struct') {throw new Error(`${name} is not a struct of the API`);}
    required = [...type.members.values()].filter(({ isOptional }) => !isOptional).map(member => member.name);
    return new Map([...type.members.values()].map(member => [member.name, accepts(member.type)]));
  };
  return value => {
    members ??= load();
    if (!isRecord(value)) {return false;}
    for (const key in value) {
      const entry = value[key];
      if (entry === undefined) {continue;}
      const accept = members.get(key);
      if (accept === undefined ? !isOpen : !accept(entry)) {return false;}
    }
    for (const key of required) {
      if (value[key] === undefined) {return false;}
    }
    return true;
  };
}
