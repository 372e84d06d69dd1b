import { isKnown } from './log-source';
import { AgentFile } from '../../agent/container/agent-file';
import { EnvValue } from '../../agent/container/env-value';
import { AgentPlan } from '../../agent/plan/agent-plan';
import { TargetCluster } from '../../agent/target-cluster';
import { fail } from '../../private/agent-error';
import { LogMetadata } from '../log-metadata';
import { LogValue } from '../log-value';
import { SecretKey } from '../secret-key';

/** How a collector refers to what is outside of its configuration. */
export interface CollectorDialect {
  /** The program, in messages. */
  readonly program: string;
  /** The directory of certificates in its container. */
  readonly tlsDirectory: string;
  /** Where it reads credentials from, if it does so from files. */
  readonly secretFiles?: SecretFiles;
  /** A reference to a variable of the environment. */
  variable(name: string): string;
}

/** Credentials in files of one directory. */
export interface SecretFiles {
  readonly directory: string;
  /** A reference to what a file holds. */
  reference(fileName: string): string;
}

/** What a destination needs in addition to the configuration of its collector: variables, files, and what is known of the records. */
export class DestinationContext {
  public constructor(
    /** The name of the destination. */
    public readonly name: string,
    public readonly metadata: LogMetadata,
    private readonly dialect: CollectorDialect,
    private readonly plan: AgentPlan,
    private readonly secretVariables: Map<string, string>,
  ) {}

  /** What is known of the cluster that gets the YAML. */
  public get cluster(): TargetCluster {
    return this.plan.cluster;
  }

  /**
   * A reference to what a Secret holds. The variable or file is named after the destination and what it is for, so it stays when others
   * come and go.
   */
  public secret(what: string, { secretName, key }: SecretKey): string {
    const { secretFiles } = this.dialect;
    if (secretFiles !== undefined) {
      const fileName = `${this.name}_${what}`.toLowerCase().replace(/[^a-z0-9_-]+/g, '_');
      this.plan.container.addFiles(AgentFile.secret(`${secretFiles.directory}/${fileName}`, secretName, key));
      return secretFiles.reference(fileName);
    }
    const variable = `${this.name}_${what}`.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
    this.secretVariables.set(variable, `${secretName}/${key}`);
    this.plan.container.addEnv(variable, EnvValue.secret(secretName, key));
    return this.dialect.variable(variable);
  }

  /**
   * Gives what a Secret holds to a variable that a library in the collector reads, for all destinations alike.
   *
   * @throws invalid-destination
   */
  public sharedSecret(variable: string, { secretName, key }: SecretKey): void {
    const held = this.secretVariables.get(variable);
    const given = `${secretName}/${key}`;
    if (held === given) {return;}
    if (held !== undefined) {
      fail({
        code: 'invalid-destination',
        what: `${this.dialect.program} has one value of ${variable} for all destinations, and '${this.name}' brings another one`,
        given,
        allowed: held,
        fix: 'use the same keys for both, the identity of the service account for one, or one agent for each',
      });
    }
    this.secretVariables.set(variable, given);
    this.plan.container.addEnv(variable, EnvValue.secret(secretName, key));
  }

  /** The path of a file in the directory of the destination. */
  public file(fileName: string, at: (path: string) => AgentFile): string {
    const path = `${this.dialect.tlsDirectory}/${this.name}/${fileName}`;
    this.plan.container.addFiles(at(path));
    return path;
  }

  /**
   * The value, where what it takes is known of the pods.
   *
   * @throws unsupported-by-collector
   */
  public known(value: LogValue, what: string): LogValue {
    if (!isKnown(value._source, this.metadata, this.cluster)) {
      fail({
        code: 'unsupported-by-collector',
        what: `the destination '${this.name}' cannot have this: ${what} is taken from what is not known of the pods`,
        allowed: 'LogMetadata.fromApi, fromKubelet; for names also fromFileName',
        fix: 'choose another `metadata`, or another value',
      });
    }
    return value;
  }
}
