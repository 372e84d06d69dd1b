import { quote } from '../agent-error';
import { ErrorFacts, Finding, finding, NO_FINDINGS, withFacts } from '../finding';
import { KUBERNETES_WORDS } from '../kubernetes-words';
import { isLate } from '../lazy-values';
import { nearest } from '../nearest';
import { accepts, acceptsOpen } from './accepts';
import { describeType, describeValue, makeOf } from './describe';
import { findUnplain, isOfSomeClass } from './plain';
import { apiType, Member, TypeText } from './read-table';
import { refusalsOf } from './refused';
import { isRecord } from './shapes';

/** What is left of a value without what is wrong in it; undefined where nothing is. */
type Sound = any;

/** Goes through a value that is not accepted: what is wrong in it is found, and what is not is kept. */
export class Taking {
  public readonly findings: Finding[] = [];

  /** @param taker who takes the value: `NodeAgent`, `HostPath.readOnly` */
  public constructor(private readonly taker: string) {}

  /** The arguments of a call, null as undefined. */
  public args(parameters: readonly Member[], given: readonly unknown[]): unknown[] {
    return parameters.flatMap(({ name, type, isOptional, isVariadic }, at) => {
      if (isVariadic) {return this.entries(type, given.slice(at), name);}
      const value = given[at] ?? undefined;
      // options are known by their own names
      if (isRecord(value)
        && apiType(type)?.kind === 'struct') {return [accepts(type)(value) ? value : this.struct(type, value, '', false)];}
      return [value === undefined && isOptional ? undefined : this.value(type, value, name)];
    });
  }

  /** A value of a type. */
  public value(type: TypeText, value: unknown, option: string): Sound {
    const refusals = refusalsOf(value);
    if (refusals !== undefined) {
      this.findings.push(...refusals.map(each => withFacts(each, { option: joined(option, each.option) })));
      return undefined;
    }
    if (value === undefined || value === null) {return this.unset(type, value, option);}
    if (accepts(type)(value)) {return value;}
    const entry = type.slice(1);
    if (type.startsWith('[') && Array.isArray(value)) {return this.entries(entry, value, option);}
    if (type.startsWith('{') && isRecord(value) && !(entry === 'any' && isOfSomeClass(value))) {return this.map(entry, value, option);}
    if (apiType(type)?.kind === 'struct' && isRecord(value)) {
      const sound = this.struct(type, value, option, false);
      return hasAll(type, sound) ? sound : undefined;
    }
    return type === 'any' || type === 'pattern' ? this.any(value, option) : this.wrong(type, value, option);
  }

  /** A struct, member by member. A member that is null is not given. */
  public struct(name: string, given: { readonly [name: string]: unknown }, option: string, isOpen: boolean): Sound {
    const type = apiType(name);
    const members: ReadonlyMap<string, Member> = type?.kind === 'struct' ? type.members : new Map();
    const sound: { [name: string]: unknown } = {};
    for (const key in given) {
      const value = given[key];
      if (value === undefined || value === null) {continue;}
      const member = members.get(key);
      const path = below(option, key);
      const kept = member !== undefined ? this.value(member.type, value, path) : isOpen ? value : this.unknown(key, members, path, option);
      if (kept !== undefined) {sound[key] = kept;}
    }
    for (const { name: key, type: needed, isOptional } of members.values()) {
      if (!isOptional && (given[key] === undefined || given[key] === null)) {this.unset(needed, given[key], below(option, key));}
    }
    return sound;
  }

  private entries(type: TypeText, given: readonly unknown[], option: string): unknown[] {
    return given.map((value, index) => this.value(type, value, `${option}[${index}]`)).filter(value => value !== undefined);
  }

  private map(type: TypeText, given: { readonly [key: string]: unknown }, option: string): Sound {
    return Object.fromEntries(Object.keys(given).map(key => [key, this.value(type, given[key], below(option, key))] as const)
      .filter(([, value]) => value !== undefined));
  }

  private any(value: unknown, option: string): Sound {
    const found = findUnplain(value);
    if (found === undefined) {return value;}
    const path = found.path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : below(text, step)), option);
    if (refusalsOf(found.value) !== undefined) {return this.value('any', found.value, path);}
    if (found.why === 'unset') {return this.unset('any', found.value, path);}
    this.report(path, {
      code: 'wrong-option',
      what: found.why === 'cyclic' ? 'takes nothing that holds itself' : 'takes nothing that YAML has no form for',
      given: describeValue(found.value),
      allowed: 'texts, numbers, booleans, lists and maps of them, and late values', fix: 'write it as the manifest would have it',
    });
  }

  private unset(type: TypeText, value: unknown, option: string): undefined {
    // what is late as a whole is set
    if (isLate(value)) {return undefined;}
    this.report(option, {
      code: 'unset-value', what: 'needs a value here', given: String(value), allowed: describeType(type),
      fix: 'set it, or leave out what needs it: an environment variable that is not set is undefined',
    });
  }

  private wrong(type: TypeText, value: unknown, option: string): undefined {
    this.report(option, {
      code: 'wrong-option', what: 'takes a value of another type here', given: describeValue(value), allowed: describeType(type),
      fix: `write ${makeOf(type)}`,
    });
  }

  private unknown(name: string, members: ReadonlyMap<string, Member>, path: string, option: string): undefined {
    const word = KUBERNETES_WORDS.get(name);
    const known = word !== undefined && members.has(word.option) ? word : undefined;
    const meant = known?.option ?? nearest(name, members.keys());
    this.report(path, {
      code: 'unknown-option', what: `has no option of this name${option === '' ? '' : ` in ${option}`}`, given: quote(name),
      ...meant !== undefined && { allowed: quote(meant) },
      fix: known !== undefined ? `write ${known.written}`
        : meant === undefined ? 'remove it; overrides reach what no option says' : `did you mean ${meant}?`,
    });
  }

  private report(option: string, facts: ErrorFacts): void {
    this.findings.push(withFacts(finding({ ...facts, what: `${this.taker} ${facts.what}` }), { option }));
  }
}

function hasAll(struct: string, sound: { readonly [name: string]: unknown }): boolean {
  const type = apiType(struct);
  return type?.kind === 'struct' && [...type.members.values()].every(({ name, isOptional }) => isOptional || sound[name] !== undefined);
}

/** The path of a member: `env.A`, `labels['a.b']`. */
function below(option: string, name: string): string {
  return /^[\w$]+$/.test(name) ? joined(option, name) : `${option}[${quote(name)}]`;
}

/** The props of a construct without what is wrong in them, and what that is. Props that are not given at all are none. */
export function takeProps<Props extends object>(
  construct: string, props: Props, isOpen: boolean,
): { readonly sound: Props; readonly findings: readonly Finding[] } {
  const struct = `${construct}Props`;
  if ((isOpen ? acceptsOpen : accepts)(struct)(props)) {return { sound: props, findings: NO_FINDINGS };}
  const taking = new Taking(construct);
  const given = props ?? {};
  if (refusalsOf(given) === undefined && isRecord(given)) {
    return { sound: taking.struct(struct, given, '', isOpen), findings: taking.findings };
  }
  taking.value(struct, given, 'props');
  return { sound: taking.struct(struct, {}, '', isOpen), findings: taking.findings };
}

/** A path within what was given as an option: `destinations[0].auth.password`. */
export function joined(option: string, path: string | undefined): string {
  return option === '' || path === undefined || path === '' ? path || option : `${option}.${path}`;
}
