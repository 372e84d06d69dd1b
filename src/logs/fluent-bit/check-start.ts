import type { FluentBitConfig } from './check-config';
import type * as Kafka from './kafka-keys';
import { quote } from '../../private/agent-error';
import { Finding, finding } from '../../private/finding';
import { nearest } from '../../private/nearest';
import { Wire } from '../../private/wire';
import { isMounted, isWritable, isWritten, mayFind, mountsOf, writableOf } from '../private/container-paths';

/**
 * What passes `--dry-run` and ends the program when it starts: paths that it cannot write or read in its container, and properties that its
 * Kafka client does not have.
 */
export function checkStart(config: FluentBitConfig, container: Wire): Finding[] {
  if (!isWritten(container)) {return [];}
  const { pipeline: { inputs, outputs }, service } = config;
  const plugins = [...inputs, ...outputs];
  return [
    ...checkWritten('service', 'storage.path', service['storage.path'], container),
    ...plugins.flatMap(plugin => WRITTEN.filter(key => key !== 'path' || plugin.name === 'file').flatMap(key => checkWritten(
      nameOf(plugin), key, plugin[key], container,
    ))),
    ...plugins.flatMap(plugin => Object.entries(plugin).filter(([key]) => READ.test(key)).flatMap(([key, value]) => checkRead(
      nameOf(plugin), key, value, container,
    ))),
    ...inputs.filter(plugin => plugin.name === 'tail').flatMap(plugin => checkFound(plugin, container)),
    ...plugins.filter(plugin => plugin.name === 'kafka').flatMap(checkKafka),
  ];
}

/** Keys that name what is written. */
const WRITTEN = ['db', 'store_dir', 'path'];

/** Keys that name certificates and keys. */
const READ = /^(tls\.(ca|crt|key)_file|rdkafka\.ssl\.(ca|certificate|key)\.location)$/;

function checkWritten(where: string, key: string, path: unknown, container: Wire): Finding[] {
  if (!isFixed(path) || isWritable(path, container)) {return [];}
  return [finding({
    code: 'invalid-collector-config',
    what: `${where} writes where the container may not: ${key}`,
    given: quote(path),
    allowed: writableOf(container),
    fix: 'choose a path below one of those, or mount a volume: agent.container.addVolumeMounts(...)',
  })];
}

function checkRead(where: string, key: string, path: unknown, container: Wire): Finding[] {
  // certificate authorities that come with the image
  if (!isFixed(path) || /^\/(etc\/ssl|usr)\//.test(path) || isMounted(path, container)) {return [];}
  return [finding({
    code: 'invalid-collector-config',
    what: `${where} reads a file that the container does not have: ${key}`,
    given: quote(path),
    allowed: mountsOf(container),
    fix: 'mount it: agent.container.addFiles(AgentFile...)',
  })];
}

/** Paths of an input at which the container has nothing. */
function checkFound(input: Wire, container: Wire): Finding[] {
  const paths = String(input.path ?? '').split(',').map(path => path.trim());
  return paths.filter(path => !path.includes('${') && !mayFind(path, container)).map(path => finding({
    code: 'invalid-collector-config',
    what: `${nameOf(input)} reads files of the node that the container does not have`,
    given: quote(path),
    allowed: mountsOf(container),
    fix: 'mount their directory: agent.container.addHostPaths(HostPath.readOnly(...))',
  }));
}

function isFixed(path: unknown): path is string {
  return typeof path === 'string' && path.startsWith('/') && !path.includes('${');
}

function checkKafka(plugin: Wire): Finding[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { KAFKA_PROPERTIES } = require('./kafka-keys') as typeof Kafka;
  const isUnknown = (key: string) => /^rdkafka\./i.test(key) && !KAFKA_PROPERTIES.has(key.slice(8).toLowerCase());
  return Object.keys(plugin).filter(isUnknown).map((key): Finding => {
    const meant = nearest(key.slice(8).toLowerCase(), [...KAFKA_PROPERTIES]);
    return finding({
      code: 'invalid-collector-config',
      what: `${nameOf(plugin)} has a property that the Kafka client does not know: ${key}`,
      given: quote(key),
      ...meant && { allowed: quote(`rdkafka.${meant}`) },
      fix: meant ? `did you mean rdkafka.${meant}?` : 'remove it',
    });
  });
}

function nameOf(plugin: Wire): string {
  return `the plugin '${plugin.alias ?? plugin.name}'`;
}
