import { ALL, Causes, each, MAIN, ofContainer, ofPod, voidedBy, Which } from '../cause';
import { addedCapabilities, keptCapabilities } from '../causes/capabilities';
import { hostNamespaces, hostPorts, noNetworkPolicy, writableRootFilesystem } from '../causes/host-access';
import { sensitiveHostPaths } from '../causes/host-paths';
import { imagesWithoutDigest, mutableImages } from '../causes/images';
import { privileged, privilegeEscalation } from '../causes/privilege';
import { missingAmount } from '../causes/resources';
import { users } from '../causes/users';
import type { Subject, SubjectContainer } from '../subject';
import type { ToolTable } from '../tool-table';

/** Below this a user may be one of the node. */
const HIGH = 10_000;

/** A pod that has a user namespace of its own has none of the node. */
const WITH_USERS_OF_THE_NODE: Which = subject => (subject.pod.hostUsers === false ? [] : MAIN(subject));

/** It does not look for pods in CronJobs. */
const ofKnownPods: Causes = subject => (subject.kind === 'CronJob' ? [] : noNetworkPolicy(subject));

/**
 * The profile of the pod counts, and where it has none those of `containers`; in a CronJob that of the pod alone. A profile that is not the
 * default one of the runtime is held against a pod whoever accepted what.
 */
const withoutSeccomp: Causes = subject => {
  const ofPodItself = subject.security.seccompProfile?.type;
  if (ofPodItself === 'RuntimeDefault') {return [];}
  if (ofPodItself
    || subject.kind === 'CronJob') {return [ofPod(subject, 'securityContext.seccompProfile', 'has no seccomp profile of the runtime', [])];}
  return each(MAIN, container => {
    const { type } = container.security.seccompProfile ?? {};
    return type === 'RuntimeDefault' ? undefined
      : ofContainer(container, 'securityContext.seccompProfile', 'has no seccomp profile of the runtime', type ? [] : voidedBy(container));
  })(subject);
};

export const CHECKOV: ToolTable = {
  readFrom: 'checkov 3.3.30, folder checkov/kubernetes/checks',
  kinds: ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'ReplicaSet', 'ReplicationController', 'StatefulSet'],
  checks: [
    {
      id: 'CKV_K8S_10', source: 'resource/k8s/CPURequests.py', causes: missingAmount(
        ALL, 'requests', 'cpu', lacksRequest, 'missing-requests',
      ),
    },
    {
      id: 'CKV_K8S_12', source: 'resource/k8s/MemoryRequests.py', causes: missingAmount(
        ALL, 'requests', 'memory', lacksRequest, 'missing-requests',
      ),
    },
    {
      id: 'CKV_K8S_13', source: 'resource/k8s/MemoryLimits.py', causes: missingAmount(
        ALL, 'limits', 'memory', value => !value, 'missing-memory-limit',
      ),
    },
    { id: 'CKV_K8S_14', source: 'resource/k8s/ImageTagFixed.py', causes: mutableImages(ALL, lacksTag) },
    { id: 'CKV_K8S_43', source: 'resource/k8s/ImageDigest.py', causes: imagesWithoutDigest(ALL) },
    { id: 'CKV_K8S_16', source: 'resource/k8s/PrivilegedContainers.py', causes: privileged(ALL) },
    { id: 'CKV_K8S_17', source: 'resource/k8s/ShareHostPID.py', causes: hostNamespaces('hostPID') },
    { id: 'CKV_K8S_18', source: 'resource/k8s/ShareHostIPC.py', causes: hostNamespaces('hostIPC') },
    { id: 'CKV_K8S_19', source: 'resource/k8s/SharedHostNetworkNamespace.py', causes: hostNamespaces('hostNetwork') },
    { id: 'CKV_K8S_20', source: 'resource/k8s/AllowPrivilegeEscalation.py', causes: privilegeEscalation(ALL, field => field !== false) },
    { id: 'CKV_K8S_22', source: 'resource/k8s/ReadOnlyFilesystem.py', causes: writableRootFilesystem(ALL) },
    { id: 'CKV_K8S_23', source: 'resource/k8s/RootContainers.py', causes: users(MAIN, mayBeRoot) },
    { id: 'CKV_K8S_25', source: 'resource/k8s/AllowedCapabilities.py', causes: addedCapabilities(ALL, () => true) },
    { id: 'CKV_K8S_26', source: 'resource/k8s/HostPort.py', causes: hostPorts(ALL, port => 'hostPort' in port) },
    {
      id: 'CKV_K8S_27', source: 'resource/k8s/DockerSocketVolume.py', causes: sensitiveHostPaths(
        path => path === '/var/run/docker.sock', 'declared',
      ),
    },
    {
      id: 'CKV_K8S_28', source: 'resource/k8s/DropCapabilities.py', causes: keptCapabilities(
        ALL, dropped => dropped.some(name => /ALL|all|NET_RAW/.test(name)), 'NET_RAW',
      ),
    },
    { id: 'CKV_K8S_31', source: 'resource/k8s/Seccomp.py', causes: withoutSeccomp },
    {
      id: 'CKV_K8S_37', source: 'resource/k8s/MinimizeCapabilities.py', causes: keptCapabilities(ALL, dropped => dropped.some(
        name => /ALL|all/.test(name),
      )),
    },
    {
      id: 'CKV_K8S_39', source: 'resource/k8s/AllowedCapabilitiesSysAdmin.py', causes: addedCapabilities(
        ALL, name => name === 'SYS_ADMIN',
      ),
    },
    {
      id: 'CKV_K8S_40', source: 'resource/k8s/RootContainersHighUID.py', causes: users(
        WITH_USERS_OF_THE_NODE, ({ user }) => !(user !== undefined && user >= HIGH),
      ),
    },
    { id: 'CKV2_K8S_6', source: 'graph_checks/RequireAllPodsToHaveNetworkPolicy.json', causes: ofKnownPods },
  ],
};

/** It does not know what to say of amounts without any request, and then says nothing. */
function lacksRequest(value: unknown, resources: any): boolean {
  const isSilent = Boolean(resources) && !resources.requests;
  return !isSilent && !value;
}

/** Its own idea of an image: what stands before the first slash is the registry, and the first colon after it begins the tag. */
function lacksTag(image: string): boolean {
  if (image.includes('@')) {return false;}
  const match = /(?:[^\s\/]+\/)?([^\s:]+):?([^\s]*)/.exec(image);
  return image === '' || (match !== null && ['', 'latest'].includes(match[2]));
}

function mayBeRoot({ security: own }: SubjectContainer, { security: pod }: Subject): boolean {
  const hasUser = (own.runAsUser ?? 0) >= 1;
  if (pod.runAsNonRoot) {return 'runAsNonRoot' in own && !own.runAsNonRoot && !hasUser;}
  if ((pod.runAsUser ?? 0) >= 1) {return 'runAsUser' in own && !hasUser;}
  return !own.runAsNonRoot && !hasUser;
}
