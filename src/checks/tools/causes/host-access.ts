import type { Wire } from '../../../private/wire';
import { Accepting, ALL, anyOf, Causes, each, ofContainer, ofPod, voidedBy, Which } from '../cause';
import type { Subject } from '../subject';

/** The pod shares a namespace of the node. */
export function hostNamespaces(...fields: ReadonlyArray<'hostNetwork' | 'hostPID' | 'hostIPC'>): Causes {
  return anyOf(...fields.map((field): Causes => subject => (
    subject.pod[field] === true
      ? [ofPod(subject, field, `has ${field}`, field === 'hostNetwork' ? acceptingHostNetwork(subject) : [{ id: field }])]
      : []
  )));
}

/**
 * The pod is on the host network, where most network plugins apply no NetworkPolicy: a check that asks for one asks for what would do
 * nothing. Pods of their own network are left to the check, since whether a policy selects them is not seen here.
 */
export const noNetworkPolicy: Causes = subject => (
  subject.pod.hostNetwork === true
    ? [ofPod(subject, 'hostNetwork', 'is on the host network, where a NetworkPolicy does nothing', acceptingHostNetwork(subject))]
    : []
);

/** A port of the node. On the host network it is the same as the port of the container. */
export function hostPorts(which: Which, isHostPort: (port: Wire) => boolean): Causes {
  return each(which, (container, subject) => {
    const acceptedBy = subject.pod.hostNetwork === true ? acceptingHostNetwork(subject) : [];
    return (container.container.ports ?? []).flatMap((port: Wire, index: number) => (isHostPort(port)
      ? [ofContainer(container, `ports[${index}].hostPort`, `takes port ${port.hostPort} of the node`, [], { acceptedBy })] : []));
  });
}

/** Containers on a Windows node itself. */
export function hostProcess(which: Which = ALL): Causes {
  return each(which, container => (container.isHostProcess
    ? ofContainer(container, 'securityContext.windowsOptions.hostProcess', 'is a HostProcess container', ['hostProcess']) : undefined));
}

/** The root file system can be written: also where it cannot be forbidden, on Windows. */
export function writableRootFilesystem(which: Which): Causes {
  return each(which, container => (container.security.readOnlyRootFilesystem === true ? undefined
    : ofContainer(
      container, 'securityContext.readOnlyRootFilesystem', 'has a writable root file system',
      voidedBy({ ...container, isPrivileged: false }),
    )));
}

/** HostProcess containers are on the host network, or the API server refuses the pod. */
function acceptingHostNetwork({ containers }: Subject): Accepting[] {
  return [
    { id: 'hostNetwork' },
    ...containers.filter(({ isHostProcess }) => isHostProcess).map(({ name }) => ({ id: 'hostProcess', container: name })),
  ];
}
