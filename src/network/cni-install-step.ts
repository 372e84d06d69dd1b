import { NETWORK_DEFAULTS } from './defaults';
import { USUAL_CONFIGURATION, USUAL_PROGRAMS } from './private/cni-directories';
import { COPY, MOUNT_BPF, MOUNT_CONTROL_GROUPS, RENEW_KUBECONFIG, WRITE_KUBECONFIG } from './private/node-scripts';
import { AgentFile } from '../agent/container/agent-file';
import { ContainerProps } from '../agent/container/container-props';
import { ContainerSecurity } from '../agent/container/container-security';
import { EnvValue } from '../agent/container/env-value';
import { HostPath, HostPathType } from '../agent/container/host-path';
import { Resources } from '../agent/container/resources';
import { MountPropagation } from '../agent/container/volume-mount';
import { AgentPlan } from '../agent/plan/agent-plan';
import { fail, quote } from '../private/agent-error';
import { fixedValue } from '../private/default-row';
import { guardClass } from '../private/doors/guard-class';

/** Where the kubelet and the container runtime look for CNI plugins and for the configuration of the network. */

/**
 * A step that puts a CNI plugin on a node before the agent's own container starts.
 */
export class CniInstallStep {
  /**
   * Copies programs of an image into the directory of CNI plugins of the node. Each is written next to its place and then renamed, so that
   * a pod which starts meanwhile runs the old program or the new one. The image needs a shell, `cp` and `mv`.
   *
   * @param name the name of the container
   * @param image the image that holds the programs
   * @param programs their paths in the image
   * @throws invalid-path
   */
  public static copyPrograms(name: string, image: string, programs: string[]): CniInstallStep {
    return new CniInstallStep(copying(name, image, programs, USUAL_PROGRAMS, []));
  }

  /**
   * Writes the configuration of the network, which makes the node ready: it is the last step. The kubelet and the runtime use the first
   * file by name. The image needs a shell, `cp` and `mv`.
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
    return new CniInstallStep(copying(name, image, [path], USUAL_CONFIGURATION, [AgentFile.text(path, configuration)]));
  }

  /**
   * Writes a kubeconfig for the CNI plugin next to its configuration, with the token of the agent's account, and keeps it fresh: tokens end
   * after an hour, and those of a pod that is gone end with it. The step writes it before the agent starts, and a container of the same
   * name with `-renewal` writes it again every ten minutes. Put it before the step that writes the configuration. The image needs a shell,
   * `base64`, `tr`, `mv`, `cat` and `sleep`.
   *
   * The plugin finds it in the directory of the CNI configuration: `/etc/cni/net.d` unless the platform has another
   * (`NodePlatform.cniConfigurationDirectory`).
   *
   * @param name the name of the container
   * @param image any image with these programs
   * @param fileName the name of the file on the node, and none that the runtime takes for a configuration: `own-network-kubeconfig`
   * @throws invalid-cni-configuration
   */
  public static writeKubeconfig(name: string, image: string, fileName: string): CniInstallStep {
    if (!/^\w[\w.-]*$/.test(fileName) || /\.(conf|conflist|json)$/.test(fileName)) {
      fail({
        code: 'invalid-cni-configuration', what: 'a kubeconfig cannot have this name', given: quote(fileName),
        allowed: 'a file name without .conf, .conflist and .json at its end',
        fix: "write it as 'example-kubeconfig': the runtime reads those as configurations of the network",
      });
    }
    const writer = (container: string, script: string): ContainerProps => ({
      ...installer(container, image, USUAL_CONFIGURATION), command: ['/bin/sh', '-ec', script, `${USUAL_CONFIGURATION}/${fileName}`], apiAccess: true,
    });
    const usual = fixedValue(NETWORK_DEFAULTS.installResources);
    return new CniInstallStep(writer(name, WRITE_KUBECONFIG), {
      ...writer(`${name}-renewal`, RENEW_KUBECONFIG), resources: Resources.of({ ...usual, memoryLimit: usual.memory }),
    });
  }

  /**
   * Mounts the file system of eBPF on the node, unless it is there: programs and maps in it survive the pod. Mount `/sys/fs/bpf` in the
   * agent with `MountPropagation.HOST_TO_CONTAINER`. The image needs a shell, `grep` and `mount`.
   *
   * @param name the name of the container
   * @param image any image with these programs
   */
  public static mountBpfFileSystem(name: string, image: string): CniInstallStep {
    return new CniInstallStep(mounting(name, image, '/sys/fs/bpf', MOUNT_BPF, []));
  }

  /**
   * Mounts the control groups of the node (version 2) at a directory of the agent, unless they are there: eBPF programs for sockets are
   * attached to them. The image needs a shell, `grep`, `nsenter` and `mount`.
   *
   * @param name the name of the container
   * @param image any image with these programs
   * @param directory where, on the node: `/run/example/cgroupv2`
   * @throws invalid-path
   */
  public static mountControlGroups(name: string, image: string, directory: string): CniInstallStep {
    return new CniInstallStep(mounting(name, image, directory, MOUNT_CONTROL_GROUPS, [
      HostPath.readOnly('/proc', { mountPath: '/hostproc' }),
    ]));
  }

  /** A container of your own that runs to its end: an installer that the project brings along. */
  public static run(container: ContainerProps): CniInstallStep {
    return new CniInstallStep(container);
  }

  private constructor(
    private readonly container: ContainerProps,
    /** What goes on with the work of the step for as long as the agent runs. */
    private readonly renewal?: ContainerProps,
  ) {}

  /** The name of the container. */
  public get name(): string {
    return this.container.name;
  }

  /** @internal */
  public _contribute(plan: AgentPlan, apiServer: { readonly [name: string]: EnvValue }): void {
    plan.addInitContainer(withApiServer(this.container, apiServer));
    if (this.container.hostPaths?.some(({ path }) => path === '/proc')) {
      plan.acknowledge({
        id: 'sensitive-host-path', reason: 'the control groups of the node are found through its first process', container: this.name,
      });
    }
    if (this.renewal !== undefined) {plan.addContainer(withApiServer(this.renewal, apiServer));}
  }

  /** @internal the configuration of the step: whatever belongs to the network rolls with it */
  public get _configuration(): string {
    const { env = {}, image, command = [], args = [] } = this.container;
    return [image, ...command, ...args, ...Object.entries(env).map(([name, { text }]) => `${name}=${text ?? ''}`)].join('\n');
  }
}

guardClass({ CniInstallStep });

/** A container that asks the API server needs to find it before any Service works; no other does. */
function withApiServer({ env, ...container }: ContainerProps, apiServer: { readonly [name: string]: EnvValue }): ContainerProps {
  const needsApi = (container.grants ?? []).length > 0 || container.apiAccess === true;
  return { ...container, env: needsApi ? { ...env, ...apiServer } : env };
}

/** A step that writes into a directory of the node. */
function installer(name: string, image: string, directory: string): ContainerProps {
  return {
    name,
    image,
    hostPaths: [HostPath.readWrite(directory)],
    resources: Resources.of(fixedValue(NETWORK_DEFAULTS.installResources)),
    // the type that may write directories of the host where SELinux is enforced; without SELinux it has no effect
    securityContext: ContainerSecurity.root('writes to directories of the node that belong to root', {
      seLinux: { type: 'spc_t', level: 's0' },
    }),
  };
}

/** Only a privileged container may hand its mounts on to the node. */
function mounting(name: string, image: string, directory: string, script: string, hostPaths: HostPath[]): ContainerProps {
  return {
    name,
    image,
    command: ['/bin/sh', '-ec', script, directory],
    hostPaths: [
      HostPath.readWrite(directory, { type: HostPathType.DIRECTORY_OR_CREATE, propagation: MountPropagation.BIDIRECTIONAL }), ...hostPaths,
    ],
    resources: Resources.of(fixedValue(NETWORK_DEFAULTS.installResources)),
    securityContext: ContainerSecurity.privileged('mounts a file system on the node, where it survives the pod', {
      readOnlyRootFilesystem: true,
    }),
  };
}

function copying(name: string, image: string, files: string[], directory: string, content: AgentFile[]): ContainerProps {
  const wrong = files.find(file => !/^(\/[\w.+-]+)+$/.test(file));
  if (files.length === 0 || wrong !== undefined) {
    fail({
      code: 'invalid-path', what: 'these files cannot be copied to the node', given: wrong === undefined ? 'none' : quote(wrong),
      allowed: 'absolute paths in the image', fix: "name each file: ['/opt/cni/bin/example']",
    });
  }
  return { ...installer(name, image, directory), command: ['/bin/sh', '-ec', COPY, directory], args: files, files: content };
}

function requireConfiguration(fileName: string, configuration: string): void {
  if (!/^[\w.-]+\.conflist$/.test(fileName)) {
    fail({
      code: 'invalid-cni-configuration', what: 'the runtime reads no file of this name', given: quote(fileName),
      allowed: 'a file name that ends in .conflist',
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
