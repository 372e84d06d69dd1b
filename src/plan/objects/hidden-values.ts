import { credentialsIn, isCredential } from '../../checks/facts/credentials';
import { isMap } from '../../private/entry';

/** What is printed in place of a value that nobody is to see. */
const HIDDEN = '(not shown)';

/** The value without what nobody is to see: everything that a Secret holds, and whatever looks like a credential anywhere else. */
export function withoutSecrets(kind: string, field: string | undefined, value: unknown): unknown {
  return kind === 'Secret' && (field === 'data' || field === 'stringData') ? allHidden(value) : credentialsHidden(value);
}

function allHidden(value: unknown): unknown {
  if (isMap(value)) {return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, allHidden(each)]));}
  return value === undefined || value === null ? value : HIDDEN;
}

function credentialsHidden(value: unknown, name: string = ''): unknown {
  if (typeof value === 'string') {return isCredential(name, value) || credentialsIn(value).length > 0 ? HIDDEN : value;}
  if (Array.isArray(value)) {return value.map(each => credentialsHidden(each, name));}
  if (!isMap(value)) {return value;}
  return Object.fromEntries(Object.entries(value).map(([key, each]) =>
    [key, credentialsHidden(each, key === 'value' && typeof value.name === 'string' ? value.name : key)]));
}
