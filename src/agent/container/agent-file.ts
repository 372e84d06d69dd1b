import type { IConfigMap, ISecret } from 'cdk8s-plus-28';
import { IFileContent } from './file-content';
import { fail, quote } from '../../private/agent-error';
import { guardClass } from '../../private/doors/guard-class';
import { requireMode } from '../../private/file-mode';
import { guarded } from '../../private/guarded';
import { isConfigMapKey, requireName } from '../../private/names';
import { cleanAbsolutePath, fileNameOf } from '../../private/paths';

/**
 * How a file appears in the container.
 */
export interface AgentFileOptions {
  /**
   * The permissions: 0o400 for keys, 0o755 for scripts.
   *
   * @default 0o644
   */
  readonly mode?: number;

  /**
   * Whether the file alone is mounted, next to what the image has in the directory. Such a file never changes in a running pod.
   *
   * @default false - files are mounted a directory at a time
   */
  readonly single?: boolean;
}

/**
 * How a file that comes from a Secret or ConfigMap of the cluster appears in the container.
 */
export interface ReferencedFileOptions extends AgentFileOptions {
  /**
   * Whether the pod may start while the key is missing.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Where the content of a file comes from. */
interface FileSource {
  readonly content?: IFileContent;
  readonly base64?: string;
  readonly secretName?: string;
  readonly configMapName?: string;
  readonly key?: string;
}

/**
 * A file that the agent finds in its container.
 *
 * Files given as text become one ConfigMap of the agent, and a hash of them on the pods rolls the agent when they change. Files are mounted
 * a directory at a time, since a file that is mounted by itself never changes in a running pod: keep a directory of its own for them.
 */
export class AgentFile {
  /**
   * A text file. Line ends become LF, so that the same text gives the same YAML on every machine.
   *
   * @param path absolute
   * @throws invalid-path
   */
  public static text(path: string, content: string, options: AgentFileOptions = {}): AgentFile {
    return new AgentFile(path, { content: { text: () => content } }, options);
  }

  /**
   * A text file whose content is known only when everything was contributed. Call `plan.contentChanged()` when the text changes after the
   * agent was made.
   *
   * @param path absolute
   * @throws invalid-path
   */
  public static produced(path: string, content: IFileContent, options: AgentFileOptions = {}): AgentFile {
    return new AgentFile(path, { content }, options);
  }

  /**
   * A file of any bytes.
   *
   * @param path absolute
   * @param base64 the bytes in base64
   * @throws invalid-path
   * @throws invalid-file
   */
  public static binary(path: string, base64: string, options: AgentFileOptions = {}): AgentFile {
    if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64)) {
      fail({
        code: 'invalid-file', what: `the content of ${path} is not base64`, allowed: 'base64 with padding and no line breaks',
        fix: 'encode the bytes',
      });
    }
    // the API server stores the spelling whose unused bits are zero
    return new AgentFile(path, { base64: Buffer.from(base64, 'base64').toString('base64') }, options);
  }

  /**
   * A key of a Secret that exists in the cluster.
   *
   * @param path absolute
   * @throws invalid-path
   */
  public static secret(path: string, secretName: string, key: string, options: ReferencedFileOptions = {}): AgentFile {
    return new AgentFile(path, { secretName, key }, options);
  }

  /** A key of a Secret of cdk8s-plus, or of anything else that has its `name`. */
  public static fromSecret(path: string, secret: ISecret, key: string, options: ReferencedFileOptions = {}): AgentFile {
    return AgentFile.secret(path, secret.name, key, options);
  }

  /**
   * A key of a ConfigMap that exists in the cluster. Its content is not known here, so a change does not roll the agent.
   *
   * @param path absolute
   * @throws invalid-path
   */
  public static configMap(path: string, configMapName: string, key: string, options: ReferencedFileOptions = {}): AgentFile {
    return new AgentFile(path, { configMapName, key }, options);
  }

  /** A key of a ConfigMap of cdk8s-plus, or of anything else that has its `name`. */
  public static fromConfigMap(path: string, configMap: IConfigMap, key: string, options: ReferencedFileOptions = {}): AgentFile {
    return AgentFile.configMap(path, configMap.name, key, options);
  }

  /** The path in the container. */
  public readonly path: string;

  private constructor(
    path: string,
    /** @internal */
    public readonly _source: FileSource,
    /** @internal */
    public readonly _options: ReferencedFileOptions,
  ) {
    this.path = cleanAbsolutePath(path, 'the path of a file');
    const key = _source.key ?? fileNameOf(this.path);
    // a program that reads JSON into objects loses what is called __proto__
    if (!isConfigMapKey(key) || key === '__proto__') {
      fail({
        code: 'invalid-file', what: 'a file cannot be kept under this key', given: quote(key), allowed: 'letters, digits, `-`, `_` and `.`',
        fix: 'rename the file',
      });
    }
    const object = _source.secretName ?? _source.configMapName;
    if (object !== undefined) {requireName(object, 'dns-subdomain', 'the object that a file is taken from');}
    requireMode(_options.mode, this.path);
  }

  /**
   * The text, of a file whose text is given here.
   */
  public get content(): string | undefined {
    const { content } = this._source;
    return content
      && guarded(`the text of ${this.path} could not be made`, 'fix the code that makes it', () => content.text().replace(/\r\n?/g, '\n'));
  }

  /** @internal whether the content goes into the ConfigMap of the agent */
  public get _isOwn(): boolean {
    return this._source.content !== undefined || this._source.base64 !== undefined;
  }
}

guardClass({ AgentFile });
