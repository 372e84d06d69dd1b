import { sidesOf } from './origins';
import { POD, RenderContext } from './render-context';
import { MountRequest, VolumeSet } from './volume-set';
import { quote } from '../../private/agent-error';
import { contentHash } from '../../private/hash';
import { isConfigMapKey, slug } from '../../private/names';
import { directoryOf, fileNameOf } from '../../private/paths';
import { byText, compact, Wire } from '../../private/wire';
import { AgentContainer } from '../container/agent-container';
import { AgentFile } from '../container/agent-file';

/** The most that the API server takes in one ConfigMap. */
const MAX_BYTES = 1_048_576;

/** Directories of images that hold more than a user could want to replace. */
const SYSTEM_DIRECTORIES = new Set([
  '/', '/bin', '/etc', '/home', '/lib', '/lib64', '/opt', '/root', '/run', '/sbin', '/tmp', '/usr', '/usr/bin', '/usr/lib',
  '/usr/local/bin', '/var', '/var/lib',
]);

/** A file whose content goes into the ConfigMap. */
interface OwnFile {
  readonly file: AgentFile;
  readonly container: string;
  readonly content?: string;
}

/** The files of all containers: one ConfigMap for those that are given here, one volume for each directory. */
export class FileSet {
  private readonly keys = new Map<AgentFile, string>();
  private readonly text: { [key: string]: string } = {};
  private readonly bytes: { [key: string]: string } = {};

  public constructor(
    containers: readonly AgentContainer[], private readonly configMapName: string, private readonly context: RenderContext,
  ) {
    const own = containers.flatMap(container => container._files.filter(file => file._isOwn)
      .map(file => ({ file, container: container.name, content: file._source.content && (context.attempt(() => file.content) ?? '') })));
    for (const entry of own) {
      const key = keyFor(entry, own);
      this.keys.set(entry.file, key);
      if (entry.content !== undefined) {this.text[key] = entry.content;} else {this.bytes[key] = entry.file._source.base64!;}
    }
    const size = Object.values(this.text).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
      + Object.values(this.bytes).reduce((sum, text) => sum + text.length * 3 / 4, 0);
    if (size > MAX_BYTES) {
      context.report({
        path: `${POD}.volumes`, code: 'files-too-large', what: 'the files of the agent do not fit into a ConfigMap', given: `${size} bytes`,
        allowed: `${MAX_BYTES} bytes`,
        fix: 'put large files into the image',
      });
    }
  }

  /** Whether there is anything to put into a ConfigMap. */
  public get isEmpty(): boolean {
    return this.keys.size === 0;
  }

  /** What is in the files, by the keys of the ConfigMap. */
  public get contents(): { [key: string]: string } {
    return { ...this.text, ...this.bytes };
  }

  /** The fields of the ConfigMap. */
  public render(): Wire {
    return compact({ data: this.text, binaryData: this.bytes });
  }

  /** One mount for each directory that the container has files in, and one for each file that is mounted by itself. */
  public mountsOf(container: AgentContainer, volumes: VolumeSet): MountRequest[] {
    const directories = new Map<string, AgentFile[]>();
    const singles: AgentFile[] = [];
    for (const file of this.distinctFiles(container)) {
      if (file._options.single) {
        singles.push(file);
      } else {
        const directory = directoryOf(file.path);
        directories.set(directory, [...directories.get(directory) ?? [], file]);
      }
    }
    return [
      ...[...directories].map(([directory, files]) => this.mountDirectory(directory, files, container, volumes)),
      ...singles.map(file => ({
        volume: this.addVolume(file.path, [file], volumes), mountPath: file.path,
        fields: { readOnly: true, subPath: fileNameOf(file.path) },
      })),
    ];
  }

  /** A file that was given twice is one, by the props and a feature for instance; two different ones at a path are an error. */
  private distinctFiles(container: AgentContainer): Iterable<AgentFile> {
    const byPath = new Map<string, AgentFile>();
    for (const file of container._files) {
      const before = byPath.get(file.path);
      if (before === undefined) {
        byPath.set(file.path, file);
      } else if (before !== file && describeFile(before) !== describeFile(file)) {
        const { whose, fix } = sidesOf(container._origins, before, file, 'rename one of them');
        this.context.report({
          ...this.context.placeOf(container, 'volumeMounts'), code: 'conflicting-mount',
          what: `the container ${quote(container.name)} has two files at one path${whose}`, given: file.path, fix,
        });
      }
    }
    return byPath.values();
  }

  private mountDirectory(directory: string, files: AgentFile[], container: AgentContainer, volumes: VolumeSet): MountRequest {
    if (SYSTEM_DIRECTORIES.has(directory)) {
      this.context.report({
        ...this.context.placeOf(container, 'volumeMounts'), code: 'file-hides-directory',
        what: `the files of the container ${quote(container.name)} would hide a directory of its image`,
        given: files.map(file => file.path).join(', '),
        allowed: 'a directory that holds nothing else: files are mounted a directory at a time',
        fix: `put them into a directory of their own, such as ${directory === '/' ? '' : directory}/${container.name}/, or mount each by `
          + 'itself with `single: true`',
      });
    }
    return { volume: this.addVolume(directory, files, volumes), mountPath: directory, fields: { readOnly: true } };
  }

  private addVolume(path: string, files: AgentFile[], volumes: VolumeSet): string {
    const sources = this.sourcesOf(files);
    const id = `files:${path}:${JSON.stringify(sources)}`;
    volumes.add(id, sources.length === 1 ? asVolume(sources[0]) : { projected: { sources } }, `files-${slug(path)}`, false);
    return id;
  }

  private sourcesOf(files: AgentFile[]): Wire[] {
    const sources = new Map<string, Wire>();
    for (const file of [...files].sort((a, b) => byText(a.path, b.path))) {
      const { secretName, configMapName, key } = file._source;
      const kind = secretName === undefined ? 'configMap' : 'secret';
      const name = secretName ?? configMapName ?? this.configMapName;
      const id = `${kind} ${name} ${file._options.optional ?? false}`;
      const source = sources.get(id) ?? { [kind]: { name, items: [], ...file._options.optional && { optional: true } } };
      source[kind].items.push(compact({ key: key ?? this.keys.get(file), path: fileNameOf(file.path), mode: file._options.mode }));
      sources.set(id, source);
    }
    return [...sources].sort(([a], [b]) => byText(a, b)).map(([, source]) => source);
  }
}

/** All that tells two files at one path apart. */
function describeFile({
  content, _source: { base64, secretName, configMapName, key }, _options: { mode, single, optional },
}: AgentFile): string {
  return JSON.stringify([content, base64, secretName, configMapName, key, mode, single ?? false, optional ?? false]);
}

/** The name of the file, unless another file of that name says something else. */
function keyFor({ file, container, content }: OwnFile, all: OwnFile[]): string {
  const name = fileNameOf(file.path);
  const others = all.filter(other => other.content !== content || other.file._source.base64 !== file._source.base64);
  if (!others.some(other => fileNameOf(other.file.path) === name)) {return name;}
  const path = pathKey(file.path);
  const key = others.some(other => other.file.path === file.path) ? `${container}.${path}` : path;
  const taken = others.some(other => {
    const theirs = pathKey(other.file.path);
    return theirs === key || fileNameOf(other.file.path) === key || `${other.container}.${theirs}` === key;
  });
  return taken || !isConfigMapKey(key) ? `${slug(key, 40)}-${contentHash({ path: file.path, container }).slice(0, 8)}` : key;
}

function pathKey(path: string): string {
  return path.replace(/^[/\\]|:/g, '').replace(/[/\\]/g, '.');
}

/** A projected Secret has a `name`, a Secret volume a `secretName`. */
function asVolume(source: Wire): Wire {
  if (!source.secret) {return source;}
  const { name, ...rest } = source.secret;
  return { secret: { secretName: name, ...rest } };
}
