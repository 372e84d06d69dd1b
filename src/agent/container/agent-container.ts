import { AgentFile } from './agent-file';
import { Capability } from './capability';
import { ContainerProps } from './container-props';
import { EnvSource } from './env-source';
import { EnvValue } from './env-value';
import { HostPath } from './host-path';
import { ImageReference } from './image-reference';
import { Port } from './port';
import { VolumeMount } from './volume-mount';
import { guardClass } from '../../private/doors/guard-class';
import type { Finding } from '../../private/finding';
import { requireName } from '../../private/names';
import { withDefaults } from '../../private/with-defaults';
import { ApiGrant } from '../companions/api-grant';
import { ContainerDefaults } from '../plan/container-defaults';
import type { PoolParts } from '../plan/pool-parts';
import type { PoolScope } from '../plan/pool-scope';
import { added, Origins } from '../render/origins';

/** When a container of a pod runs. */
export type ContainerRole = 'container' | 'init' | 'sidecar';

/** What a container tells the plan that it is in. */
interface ContainerPlan {
  readonly parts: PoolParts;
  changed(): void;
  refuse(findings: readonly Finding[]): void;
}

/**
 * A container of an agent, while it is being put together.
 */
export class AgentContainer {
  /** @internal */
  public static _of(props: ContainerProps, role: ContainerRole, plan: ContainerPlan): AgentContainer {
    return new AgentContainer(props, role, plan);
  }

  /** The name of the container. */
  public readonly name: string;
  /** @internal */
  public readonly _image: ImageReference;
  /** @internal what features set; what the user gave wins */
  public readonly _contributedEnv: Array<[name: string, value: EnvValue]> = [];
  /** @internal */
  public readonly _envFrom: EnvSource[];
  /** @internal */
  public readonly _argEntries: Array<{ readonly text: string }>;
  /** @internal */
  public readonly _ports: Port[];
  /** @internal */
  public readonly _hostPaths: HostPath[];
  /** @internal */
  public readonly _volumeMounts: VolumeMount[];
  /** @internal */
  public readonly _files: AgentFile[];
  /** @internal */
  public readonly _grants: ApiGrant[];
  /** @internal */
  public readonly _capabilities: Capability[] = [];
  /** @internal an entry for each time that a token was asked for */
  public readonly _apiWishes: object[] = [];
  /** @internal */
  public readonly _defaultsGiven: Array<{ readonly defaults: ContainerDefaults }> = [];
  /** @internal which feature added what */
  public readonly _origins: Origins = new Map();
  /** The pods that what is added is for; undefined for all. */
  private readonly scope?: PoolScope;

  private constructor(
    /** @internal */
    public readonly _given: ContainerProps,
    /** @internal */
    public readonly _role: ContainerRole,
    private readonly plan: ContainerPlan,
  ) {
    const given = _given;
    this.name = requireName(given.name, 'dns-label', 'a container');
    this._image = ImageReference.parse(given.image);
    this._argEntries = (given.args ?? []).map(text => ({ text }));
    this._envFrom = [...given.envFrom ?? []];
    this._ports = [...given.ports ?? []];
    this._hostPaths = [...given.hostPaths ?? []];
    this._volumeMounts = [...given.volumeMounts ?? []];
    this._files = [...given.files ?? []];
    this._grants = [...given.grants ?? []];
  }

  /** The image, before a registry mirror stands in. */
  public get image(): string {
    return this._image.text;
  }

  /** The arguments so far. */
  public get args(): string[] {
    return this.plan.parts.seen(this._argEntries, this.scope).map(({ text }) => text);
  }

  /** The environment variables so far: what features set, and over it what the user gave. Overrides are laid upon it later. */
  public get env(): { [variable: string]: EnvValue } {
    const { parts } = this.plan;
    return { ...Object.fromEntries(parts.won(this._contributedEnv, this.scope, ([variable]) => variable)), ...this._props.env };
  }

  /** The ports that the container listens on. */
  public get ports(): Port[] {
    return this.plan.parts.seen(this._ports, this.scope);
  }

  /** The files and directories of the node that it mounts. */
  public get hostPaths(): HostPath[] {
    return this.plan.parts.won(this._hostPaths, this.scope, ({ mountPath }) => mountPath);
  }

  /** Sets an environment variable, unless the user set it. Two features that set it differently are an error at synth. */
  public addEnv(variable: string, value: EnvValue): void {
    this.keep(this._contributedEnv, [[variable, value]]);
  }

  /** Adds objects whose keys all become environment variables. Later ones win over earlier ones, and `env` over all. */
  public addEnvFrom(...sources: EnvSource[]): void {
    this.keep(this._envFrom, sources);
  }

  /** Appends arguments. */
  public addArgs(...args: string[]): void {
    this.keep(this._argEntries, args.map(text => ({ text })));
  }

  /** Adds ports that the container listens on. */
  public addPorts(...ports: Port[]): void {
    this.keep(this._ports, ports);
  }

  /** Mounts files or directories of the node. */
  public addHostPaths(...hostPaths: HostPath[]): void {
    this.keep(this._hostPaths, hostPaths);
  }

  /** Mounts other volumes. */
  public addVolumeMounts(...volumeMounts: VolumeMount[]): void {
    this.keep(this._volumeMounts, volumeMounts);
  }

  /** Adds files. */
  public addFiles(...files: AgentFile[]): void {
    this.keep(this._files, files);
  }

  /** Allows the container something with the Kubernetes API, which gives it a token. */
  public addGrants(...grants: ApiGrant[]): void {
    this.keep(this._grants, grants);
  }

  /** Gives the container a token, for rights that are granted elsewhere. */
  public addApiAccess(): void {
    this.keep(this._apiWishes, [{}]);
  }

  /** Adds capabilities to those that the rights of the container name. Rights that are spelled out by hand stay as they are. */
  public addCapabilities(...capabilities: Capability[]): void {
    this.keep(this._capabilities, capabilities);
  }

  /** Sets what the user said nothing about. What an earlier feature set stays. */
  public addDefaults(defaults: ContainerDefaults): void {
    this.keep(this._defaultsGiven, [{ defaults }]);
  }

  /** @internal the container as what is added to it is for some pods alone */
  public _limitedTo(scope: PoolScope): AgentContainer {
    return Object.assign(Object.create(this) as AgentContainer, { scope });
  }

  /** @internal */
  public _refuse(findings: readonly Finding[]): void {
    this.plan.refuse(findings);
  }

  private keep<T extends object>(list: T[], entries: readonly T[]): void {
    const { plan: { parts }, scope } = this;
    added(this._origins, list, entries);
    entries.forEach(entry => parts.limit(list, entry, scope));
    list.push(...entries);
    this.plan.changed();
  }

  /** @internal what was given, over what features set */
  public get _props(): ContainerProps {
    return this._defaultsGiven.reduce((props, { defaults }) => withDefaults(props, defaults), this._given);
  }

  /** @internal */
  public get _args(): string[] {
    return this._argEntries.map(({ text }) => text);
  }

  /** @internal */
  public get _usesApi(): boolean {
    return this._given.apiAccess ?? this._apiWishes.length + this._grants.length > 0;
  }
}

guardClass({ AgentContainer });
