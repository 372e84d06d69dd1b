import { isGiven, mapOf, missing, PartRule, PartRules, wrong } from './part-rule';

/** The most that all values of a ConfigMap or Secret may take. */
const MAX_CONTENT = 1024 * 1024;

/** The bytes of base64 without its padding. */
function decodedLength(text: unknown): number {
  return typeof text === 'string' ? Math.floor(text.replace(/[\r\n]/g, '').replace(/=+$/, '').length * 3 / 4) : 0;
}

function textLength(text: unknown): number {
  return typeof text === 'string' ? Buffer.byteLength(text) : 0;
}

function sum(map: unknown, lengthOf: (value: unknown) => number): number {
  let length = 0;
  const values = mapOf(map);
  for (const key in values) {length += lengthOf(values[key]);}
  return length;
}

const doubledKeys: PartRule = function* ({ data, binaryData }) {
  const binary = mapOf(binaryData);
  for (const key in mapOf(data)) {
    if (Object.hasOwn(binary, key)) {
      yield wrong('.binaryData', 'a key is in data and in binaryData', {
        code: 'invalid-file', given: key, allowed: 'one of them', fix: 'remove one of them',
      });
    }
  }
};

const largeConfigMap: PartRule = function* ({ data, binaryData }) {
  yield* tooLarge(sum(data, textLength) + sum(binaryData, decodedLength));
};

const largeSecret: PartRule = function* ({ data, stringData }) {
  yield* tooLarge(sum(data, decodedLength) + sum(stringData, textLength));
};

function* tooLarge(length: number): Generator<ReturnType<typeof wrong>> {
  if (length > MAX_CONTENT) {
    yield wrong('.data', 'the values are more than the API server takes', {
      code: 'files-too-large', given: `${length} bytes`, allowed: `${MAX_CONTENT} bytes in all`, fix: 'put large files into the image',
    });
  }
}

/** What Secrets of some types hold. */
const KEYS_OF_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['kubernetes.io/dockercfg', ['.dockercfg']], ['kubernetes.io/dockerconfigjson', ['.dockerconfigjson']],
  ['kubernetes.io/ssh-auth', ['ssh-privatekey']],
  ['kubernetes.io/tls', ['tls.crt', 'tls.key']],
]);

const secretOfType: PartRule = function* ({ type, data, stringData, metadata }) {
  const decoded = new Map<string, string>();
  for (const [
    key, value,
  ] of Object.entries(mapOf(data))) {decoded.set(key, typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : '');}
  for (const [key, value] of Object.entries(mapOf(stringData))) {decoded.set(key, String(value ?? ''));}
  for (const key of KEYS_OF_TYPES.get(type) ?? []) {
    const value = decoded.get(key);
    if (value === undefined || type === 'kubernetes.io/ssh-auth' && value === '') {
      yield missing(`.data['${key}']`, `, which a Secret of the type ${type} has`);
    } else if (key.startsWith('.docker') && !isJsonObject(value)) {
      yield wrong(`.data['${key}']`, `${key} is no JSON object`, { fix: 'write it with `kubectl create secret docker-registry`' });
    }
  }
  if (type === 'kubernetes.io/basic-auth' && !decoded.has('username') && !decoded.has('password')) {
    yield missing('.data.username', ', or password, which a Secret of this type has');
  }
  if (type === 'kubernetes.io/service-account-token' && !mapOf(metadata?.annotations)['kubernetes.io/service-account.name']) {
    yield missing(".metadata.annotations['kubernetes.io/service-account.name']", ', which a Secret of this type has');
  }
};

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value === null || typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}

const priority: PartRule = function* ({ value, metadata, globalDefault }) {
  const name = String(metadata?.name ?? '');
  const system = SYSTEM_CLASSES.get(name);
  if (name.startsWith('system-')) {
    if (system === undefined || system !== value || globalDefault === true) {
      yield wrong('.metadata.name', 'names that begin with system- belong to the classes of Kubernetes', {
        code: 'invalid-priority', given: `${name}: ${value}`, fix: 'choose another name',
      });
    }
  } else if (isGiven(value) && value > 1_000_000_000) {
    yield wrong('.value', 'values above 1000000000 are kept for the system', {
      code: 'invalid-priority', given: value, allowed: 'at most 1000000000', fix: 'use a smaller value',
    });
  }
};

const SYSTEM_CLASSES: ReadonlyMap<string, number> = new Map([
  ['system-node-critical', 2_000_001_000], ['system-cluster-critical', 2_000_000_000],
]);

export const CONFIGURATION_PARTS: PartRules = {
  ConfigMap: [doubledKeys, largeConfigMap],
  PriorityClass: [priority],
  Secret: [secretOfType, largeSecret],
};
