import { VectorConfig } from './config';
import { quote } from '../../private/agent-error';
import { Finding } from '../../private/finding';
import { Wire } from '../../private/wire';
import { invalidConfig } from '../private/config-findings';
import { isMounted, isWritable, isWritten, mayFind, mountsOf, writableOf } from '../private/container-paths';
import { textsIn } from '../private/texts-in';

/** Paths that Vector cannot write or read in its container: it does not start, on every node. */
export function checkPaths({ global, ...sections }: VectorConfig, container: Wire): Finding[] {
  if (!isWritten(container)) {return [];}
  return [...writtenPaths(global, sections.sinks).filter(({ path }) => !isWritable(path, container)).map(({ where, path }) => invalidConfig(
    `${where} is where the container may not write`, quote(path),
    'choose a path below one of those, or mount a volume: agent.container.addVolumeMounts(...)', writableOf(container))),
  ...readPaths(global, sections).filter(({ path }) => !isMounted(path, container)).map(({ where, path }) => invalidConfig(
    `${where} is a file that the container does not have`, quote(path), 'mount it: agent.container.addFiles(AgentFile...)',
    mountsOf(container))),
  ...filePaths(sections.sources).filter(({ path }) => !mayFind(path, container)).map(({ where, path }) => invalidConfig(
    `${where} has files of the node that the container does not have`, quote(path),
    'mount their directory: agent.container.addHostPaths(HostPath.readOnly(...))', mountsOf(container)))];
}

interface PathAt { readonly where: string; readonly path: string }

function writtenPaths(global: Wire, sinks: VectorConfig['sinks']): PathAt[] {
  return [
    { where: 'data_dir', path: global.data_dir },
    // up to the first field or part of the time
    ...Object.entries(sinks).filter(([, sink]) => sink?.type === 'file')
      .map(([id, { path }]) => ({ where: `sinks.${id}.path`, path: String(path).replace(/(\{\{|%).*$/s, '') })),
  ].filter(({ path }) => isAbsolute(path));
}

function filePaths(sources: VectorConfig['sources']): PathAt[] {
  return Object.entries(sources).filter(([, source]) => source?.type === 'file')
    .flatMap(([id, { include }]) => [include ?? []].flat().map(path => ({ where: `sources.${id}.include`, path: String(path) })));
}

function readPaths(global: Wire, sections: object): PathAt[] {
  const certificates = textsIn(sections).filter(({ path }) => /^(ca|crt|key)_file$/.test(path[path.length - 1]))
    .map(({ path, text }) => ({ where: path.join('.'), path: text }));
  const credentials = [...JSON.stringify(sections).matchAll(/SECRET\[(\w+)\.([\w./-]+)\]/g)].flatMap(([reference, name, key]) => {
    const { type, path } = (global.secret as Wire | undefined)?.[name] ?? {};
    return type === 'directory' ? [{ where: reference, path: `${path}/${key}` }] : [];
  });
  // certificate authorities come with the image
  return [...new Map([...certificates, ...credentials].map(each => [each.path, each])).values()]
    .filter(({ path }) => isAbsolute(path) && !/^\/(etc\/ssl|usr)\//.test(path));
}

function isAbsolute(path: unknown): boolean {
  return typeof path === 'string' && path.startsWith('/') && !path.includes('${') && !path.includes('SECRET[');
}
