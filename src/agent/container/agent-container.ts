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
import { added, Origins } from '../render/origins';

/** When a container of a pod runs. */
export type ContainerRole = 'container' | 'init' | 'sidecar';

/** What a container tells the plan that it is in. */
interface ContainerPlan {
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
  public readonly _args: string[];
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
  /** @internal which feature added what */
  public readonly _origins: Origins = new Map();
  /** @internal what was given, over what features set */
  public _props: ContainerProps;
  private defaults: ContainerDefaults = {};
  private wantsApi: boolean;

  private constructor(
    private readonly given: ContainerProps,
    /** @internal */
    public readonly _role: ContainerRole,
    private readonly plan: ContainerPlan,
  ) {
    this._props = given;
    this.name = requireName(given.name, 'dns-label', 'a container');
    this._image = ImageReference.parse(given.image);
    this._args = [...given.args ?? []];
    this._envFrom = [...given.envFrom ?? []];
    this._ports = [...given.ports ?? []];
    this._hostPaths = [...given.hostPaths ?? []];
    this._volumeMounts = [...given.volumeMounts ?? []];
    this._files = [...given.files ?? []];
    this._grants = [...given.grants ?? []];
    this.wantsApi = given.apiAccess ?? false;
  }

  /** The image, before a registry mirror stands in. */
  public get image(): string {
    return this._image.text;
  }

  /** The arguments so far. */
  public get args(): string[] {
    return [...this._args];
  }

  /** The environment variables so far: what features set, and over it what the user gave. Overrides are laid upon it later. */
  public get env(): { [variable: string]: EnvValue } {
    return { ...Object.fromEntries(this._contributedEnv), ...this._props.env };
  }

  /** The ports that the container listens on. */
  public get ports(): Port[] {
    return [...this._ports];
  }

  /** The files and directories of the node that it mounts. */
  public get hostPaths(): HostPath[] {
    return [...this._hostPaths];
  }

  /** Sets an environment variable, unless the user set it. Two features that set it differently are an error at synth. */
  public addEnv(variable: string, value: EnvValue): void {
    this._contributedEnv.push([variable, value]);
    this.changed();
  }

  /** Adds objects whose keys all become environment variables. Later ones win over earlier ones, and `env` over all. */
  public addEnvFrom(...sources: EnvSource[]): void {
    this._envFrom.push(...sources);
    this.changed();
  }

  /** Appends arguments. */
  public addArgs(...args: string[]): void {
    this._args.push(...args);
    this.changed();
  }

  /** Adds ports that the container listens on. */
  public addPorts(...ports: Port[]): void {
    added(this._origins, this._ports, ports);
    this._ports.push(...ports);
    this.changed();
  }

  /** Mounts files or directories of the node. */
  public addHostPaths(...hostPaths: HostPath[]): void {
    added(this._origins, this._hostPaths, hostPaths);
    this._hostPaths.push(...hostPaths);
    this.changed();
  }

  /** Mounts other volumes. */
  public addVolumeMounts(...volumeMounts: VolumeMount[]): void {
    added(this._origins, this._volumeMounts, volumeMounts);
    this._volumeMounts.push(...volumeMounts);
    this.changed();
  }

  /** Adds files. */
  public addFiles(...files: AgentFile[]): void {
    added(this._origins, this._files, files);
    this._files.push(...files);
    this.changed();
  }

  /** Allows the container something with the Kubernetes API, which gives it a token. */
  public addGrants(...grants: ApiGrant[]): void {
    this._grants.push(...grants);
    this.changed();
  }

  /** Gives the container a token, for rights that are granted elsewhere. */
  public addApiAccess(): void {
    this.wantsApi = true;
    this.changed();
  }

  /** Adds capabilities to those that the rights of the container name. Rights that are spelled out by hand stay as they are. */
  public addCapabilities(...capabilities: Capability[]): void {
    this._capabilities.push(...capabilities);
    this.changed();
  }

  /** Sets what the user said nothing about. What an earlier feature set stays. */
  public addDefaults(defaults: ContainerDefaults): void {
    this.defaults = withDefaults(this.defaults, defaults);
    this._props = withDefaults(this.given, this.defaults);
    this.changed();
  }

  /** @internal */
  public _refuse(findings: readonly Finding[]): void {
    this.plan.refuse(findings);
  }

  private changed(): void {
    this.plan.changed();
  }

  /** @internal */
  public get _usesApi(): boolean {
    return this.given.apiAccess ?? (this.wantsApi || this._grants.length > 0);
  }
}

guardClass({ AgentContainer });
