import { NETWORK_DEFAULTS } from './defaults';
import { AgentFile } from '../agent/container/agent-file';
import { ContainerProps } from '../agent/container/container-props';
import { ContainerSecurity } from '../agent/container/container-security';
import { EnvValue } from '../agent/container/env-value';
import { HostPath } from '../agent/container/host-path';
import { Resources } from '../agent/container/resources';
import { AgentPlan } from '../agent/plan/agent-plan';
import { fail, quote } from '../private/agent-error';
import { fixedValue } from '../private/default-row';
import { guardClass } from '../private/doors/guard-class';

/** Where the kubelet and the container runtime look for CNI plugins and for the configuration of the network. */
const PROGRAMS = '/opt/cni/bin';
const CONFIGURATION = '/etc/cni/net.d';

/**
 * A step that puts a CNI plugin on a node before the agent's own container starts.
 */
export class CniInstallStep {
  /**
   * Copies programs of an image into the directory of CNI plugins of the node. Each is written next to its place and then renamed, so that a pod which
   * starts meanwhile runs the old program or the new one. The image needs a shell, `cp` and `mv`.
   *
   * @param name the name of the container
   * @param image the image that holds the programs
   * @param programs their paths in the image
   * @throws invalid-path
   */
  public static copyPrograms(name: string, image: string, programs: string[]): CniInstallStep {
    return new CniInstallStep(copying(name, image, programs, PROGRAMS, []));
  }

  /**
   * Writes the configuration of the network, which makes the node ready: it is the last step. The kubelet and the runtime use the first file by name.
   * The image needs a shell, `cp` and `mv`.
   *
   * @param name the name of the container
   * @param image any image with a shell
   * @param fileName the name of the file on the node, with `.conflist` at its end: `10-example.conflist`
   * @param configuration the list of plugins in JSON
   * @throws invalid-path
   * @throws invalid-cni-configuration
   */
  public static writeConfiguration(name: string, image: string, fileName: string, configuration: string): CniInstallStep {
    requireConfiguration(fileName, configuration);
    const path = `/etc/cni-configuration/${fileName}`;
    return new CniInstallStep(copying(name, image, [path], CONFIGURATION, [AgentFile.text(path, configuration)]));
  }

  /** A container of your own that runs to its end: an installer that the project brings along. */
  public static run(container: ContainerProps): CniInstallStep {
    return new CniInstallStep(container);
  }

  private constructor(
    private readonly container: ContainerProps,
  ) {}

  /** The name of the container. */
  public get name(): string {
    return this.container.name;
  }

  /** @internal */
  public _contribute(plan: AgentPlan, apiServer: { readonly [name: string]: EnvValue }): void {
    const { env, ...container } = this.container;
    // only a container that asks the API server needs to find it
    const needsApi = (container.grants ?? []).length > 0 || container.apiAccess === true;
    plan.addInitContainer({ ...container, env: needsApi ? { ...env, ...apiServer } : env });
  }
}

guardClass({ CniInstallStep });

const COPY = 'for file in "$@"; do name="${file##*/}"; cp "$file" "$0/.$name.new"; mv -f "$0/.$name.new" "$0/$name"; done';

function copying(name: string, image: string, files: string[], directory: string, content: AgentFile[]): ContainerProps {
  const wrong = files.find(file => !/^(\/[\w.+-]+)+$/.test(file));
  if (files.length === 0 || wrong !== undefined) {
    fail({
      code: 'invalid-path', what: 'these files cannot be copied to the node', given: wrong === undefined ? 'none' : quote(wrong),
      allowed: 'absolute paths in the image', fix: "name each file: ['/opt/cni/bin/example']",
    });
  }
  return {
    name,
    image,
    command: ['/bin/sh', '-ec', COPY, directory],
    args: files,
    files: content,
    hostPaths: [HostPath.readWrite(directory)],
    resources: Resources.of(fixedValue(NETWORK_DEFAULTS.installResources)),
    // the type that may write directories of the host where SELinux is enforced; without SELinux it has no effect
    securityContext: ContainerSecurity.root('writes to directories of the node that belong to root', { seLinux: { type: 'spc_t', level: 's0' } }),
  };
}

function requireConfiguration(fileName: string, configuration: string): void {
  if (!/^[\w.-]+\.conflist$/.test(fileName)) {
    fail({
      code: 'invalid-cni-configuration', what: 'the runtime reads no file of this name', given: quote(fileName), allowed: 'a file name that ends in .conflist',
      fix: "write it as '10-example.conflist'",
    });
  }
  const missing = missingOf(configuration);
  if (missing === undefined) {return;}
  fail({
    code: 'invalid-cni-configuration', what: `the configuration of the network ${missing}`, given: quote(configuration.slice(0, 60)),
    allowed: 'JSON with cniVersion, name and a list of plugins, each with a type', fix: 'see the specification of CNI, section 1',
  });
}

function missingOf(configuration: string): string | undefined {
  let read: any;
  try {
    read = JSON.parse(configuration);
  } catch {
    return 'is no JSON';
  }
  if (typeof read?.cniVersion !== 'string') {return 'has no cniVersion';}
  if (typeof read.name !== 'string' || !/^[a-zA-Z0-9][\w.-]*$/.test(read.name)) {return 'has no name that runtimes take';}
  if (!Array.isArray(read.plugins) || read.plugins.length === 0) {return 'has no plugins';}
  return read.plugins.every((plugin: any) => typeof plugin?.type === 'string') ? undefined : 'has a plugin without a type';
}
