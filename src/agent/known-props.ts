import type { ContainerProps } from './container-props';
import type { NodeAgentProps } from './node-agent';
import { nearest } from '../private/nearest';
import { fail, located, quote } from '../private/problem';

/** Every name of a struct, which the compiler holds against it. */
type Names<T> = { readonly [name in keyof Required<T>]: true };

const CONTAINER: Names<Omit<ContainerProps, 'name'>> = {
  apiAccess: true, args: true, command: true, env: true, envFromConfigMaps: true, envFromSecrets: true, files: true, grants: true, hostPaths: true,
  image: true, imagePullPolicy: true, livenessProbe: true, overrides: true, ports: true, postStart: true, preStop: true, readinessProbe: true,
  resources: true, securityContext: true, startupProbe: true, volumeMounts: true, workingDir: true,
};

const CONTAINER_PROPS: Names<ContainerProps> = { ...CONTAINER, name: true };

const NODE_AGENT_PROPS: Names<NodeAgentProps> = {
  ...CONTAINER,
  annotateReasons: true, annotations: true, containerName: true, containers: true, dns: true, enableServiceLinks: true, features: true,
  hostNamespaces: true, hostUsers: true, identity: true, imagePullSecrets: true, initContainers: true, labels: true, monitors: true, name: true,
  namespace: true, networkPolicies: true, nodes: true, podAnnotations: true, podLabels: true, podOverrides: true, podSecurityContext: true,
  priority: true, rollOnFileChange: true, rollout: true, runtimeClassName: true, serviceAccount: true, services: true, shareProcessNamespace: true,
  sidecars: true, specOverrides: true, terminationGracePeriod: true,
};

/** Plain JavaScript lets a slip in the name of an option pass, and nothing would come of it. */
export function knownNodeAgent(path: string, props: NodeAgentProps): NodeAgentProps {
  return located(path, () => known(props, NODE_AGENT_PROPS, 'NodeAgent'));
}

/** The same for a container beside the agent's own. */
export function knownContainer(props: ContainerProps): ContainerProps {
  return known(props, CONTAINER_PROPS, 'a container');
}

function known<T extends object>(props: T, names: { readonly [name: string]: true }, what: string): T {
  for (const name in props) {
    if (names[name] !== true && props[name] !== undefined) {refuse(name, names, what);}
  }
  return props;
}

function refuse(name: string, names: { readonly [name: string]: true }, what: string): never {
  const meant = nearest(name, Object.keys(names));
  fail({
    code: 'unknown-option', what: `${what} has no option of this name`, given: quote(name),
    ...meant !== undefined && { allowed: quote(meant) },
    fix: meant === undefined ? 'remove it; overrides reach what no option says' : `did you mean ${meant}?`,
  });
}
