import { TUNING_DEFAULTS } from './defaults';
import { NodeTuningProps } from './node-tuning-props';
import { PROC_SYS, SET_SYSCTLS } from './set-sysctls';
import { Sysctl } from './sysctl';
import { sysctlRow } from './sysctl-table';
import { Capability } from '../../agent/container/capability';
import { ContainerProps } from '../../agent/container/container-props';
import { ContainerSecurity } from '../../agent/container/container-security';
import { HostPath, HostPathType } from '../../agent/container/host-path';
import { Resources } from '../../agent/container/resources';
import { HostNamespace } from '../../agent/host-namespace';
import { Priority } from '../../agent/priority';
import { TargetCluster } from '../../agent/target-cluster';
import { dotted, scopeOf } from '../../cluster/sysctls/sysctl-scope';
import { Preset } from '../../presets/preset';
import { fail, quote } from '../../private/agent-error';
import { FlagSource, valueOf } from '../../private/default-row';
import { byText } from '../../private/wire';

/** A container that sets kernel parameters, and one that stays. */
export function tuningPreset(given: NodeTuningProps, cluster: TargetCluster): Preset {
  requireDistinct(given.sysctls);
  const sysctls = [...given.sysctls].sort((a, b) => byText(a.name, b.name));
  const ofNetwork = sysctls.filter(({ name }) => scopeOf(dotted(name)) === 'network');
  return {
    application: 'node-tuning',
    image: given.pauseImage ?? valueOf(TUNING_DEFAULTS.pauseImage, cluster),
    container: {
      containerName: 'pause',
      resources: Resources.of(valueOf(TUNING_DEFAULTS.resources, cluster)),
      securityContext: ContainerSecurity.nonRoot(valueOf(TUNING_DEFAULTS.user, cluster)),
    },
    agent: {
      priority: Priority[valueOf(TUNING_DEFAULTS.priority, cluster)](),
    },
    hostNamespaces: ofNetwork.length === 0 ? [] : [HostNamespace.network(`${ofNetwork[0].name} is to be set for the network of the node`)],
    features: [{
      contribute: plan => {
        plan.addInitContainer(setter(given, sysctls, cluster));
      },
    }],
  };
}

function setter(given: NodeTuningProps, sysctls: readonly Sysctl[], cluster: FlagSource): ContainerProps {
  return {
    name: 'set-sysctls',
    image: given.image ?? valueOf(TUNING_DEFAULTS.setterImage, cluster),
    command: ['/bin/sh', '-c', SET_SYSCTLS, 'set-sysctls'],
    args: sysctls.map(({ name, value, optional }) => `${optional ? '-' : ''}${name}=${value}`),
    hostPaths: [HostPath.readWrite('/proc/sys', { mountPath: PROC_SYS, type: HostPathType.DIRECTORY })],
    resources: given.setterResources ?? Resources.of(valueOf(TUNING_DEFAULTS.setterResources, cluster)),
    securityContext: given.setterSecurityContext ?? securityFor(sysctls),
  };
}

/** The files of most parameters belong to root, who needs no capability for them where /proc/sys is mounted for writing. */
function securityFor(sysctls: readonly Sysctl[]): ContainerSecurity {
  const asking = new Map<string, string>();
  for (const { name } of sysctls) {
    const { capability } = sysctlRow(dotted(name));
    if (capability !== undefined && !asking.has(capability)) {asking.set(capability, name);}
  }
  return ContainerSecurity.root('the kernel parameters of the node belong to root', {
    capabilities: [...asking].map(([capability, name]) => Capability.add(capability, `the kernel asks for it to write ${name}`)),
    seLinux: { type: 'spc_t' },
  });
}

function requireDistinct(sysctls: readonly Sysctl[]): void {
  if (sysctls.length === 0) {
    fail({
      code: 'invalid-sysctl', what: 'no kernel parameter is to be set', given: 'sysctls: []', allowed: 'at least one Sysctl',
      fix: 'name a parameter, or leave the agent out',
    });
  }
  const names = sysctls.map(({ name }) => dotted(name));
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) {
    fail({ code: 'invalid-sysctl', what: 'a kernel parameter is set twice', given: quote(twice), fix: 'keep one of the two values' });
  }
}
