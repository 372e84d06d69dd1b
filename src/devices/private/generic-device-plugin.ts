import { DevicePluginProgram } from './device-plugin-program';
import { requireNoKubeletSocket } from './registration';
import { requireResourceName } from './resource-name';
import { ContainerSecurity } from '../../agent/container/container-security';
import { NodeCoverage } from '../../agent/nodes/node-coverage';
import { NodeTerm } from '../../agent/nodes/node-term';
import { Toleration } from '../../agent/nodes/toleration';
import { fail } from '../../private/agent-error';
import type { DevicePluginDriverOptions } from '../device-plugin-driver-options';

/** Why a plugin is root that needs nothing else of it. */
export const OWNS_ITS_SOCKET = 'makes its socket in a directory that belongs to root';

/** A plugin of which its own manifest is known. */
export function genericDevicePlugin(options: DevicePluginDriverOptions): DevicePluginProgram {
  const { resourceNames, image, application, features, nodeLabels: _, nodes, ...container } = options;
  if (resourceNames.length === 0) {
    fail({
      code: 'invalid-device-plugin', what: 'a device plugin offers no resource', given: 'resourceNames: []', allowed: 'at least one name',
      fix: 'name what pods ask for, such as example.com/accelerator',
    });
  }
  resourceNames.forEach(requireResourceName);
  requireNoKubeletSocket(options.hostPaths ?? []);
  return {
    resourceNames: [...resourceNames],
    nodes: nodes ?? nodesOf(options),
    preset: {
      application: application ?? 'device-plugin',
      image,
      container: { securityContext: ContainerSecurity.root(OWNS_ITS_SOCKET), ...container },
      features,
    },
  };
}

/** Like those with GPUs: any label will do, and only the taints of the resources are tolerated. */
function nodesOf({ nodeLabels = {}, resourceNames }: DevicePluginDriverOptions): NodeCoverage {
  const tolerations = resourceNames.map(name => Toleration.exists(name));
  const terms = Object.keys(nodeLabels).sort().map(key => NodeTerm.labelled({ [key]: nodeLabels[key] }));
  return terms.length === 0 ? NodeCoverage.linux({ tolerations }) : NodeCoverage.anyOf(terms, { tolerations });
}
