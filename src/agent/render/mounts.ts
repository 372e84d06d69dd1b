import { FileSet } from './file-set';
import { sidesOf } from './origins';
import { pathOnHost } from './path-on-host';
import { RenderContext } from './render-context';
import { MountRequest, VolumeSet } from './volume-set';
import { quote } from '../../private/agent-error';
import { valueOf } from '../../private/default-row';
import { byText, compact, Wire } from '../../private/wire';
import { AgentContainer } from '../container/agent-container';
import { HostPath, HostPathType } from '../container/host-path';
import { AGENT_DEFAULTS } from '../defaults';
import { TargetCluster } from '../target-cluster';

const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';

/** What a container mounts, and the volumes that this takes. The names of the volumes follow when all are known. */
export function requestMounts(
  container: AgentContainer, files: FileSet, volumes: VolumeSet, cluster: TargetCluster, context: RenderContext,
): MountRequest[] {
  const requests = [
    ...container._hostPaths.map(path => requestHostPath(path, container, volumes, cluster, context)),
    ...container._volumeMounts.map(mount => {
      const { name: _, ...source } = mount.volume._toWire();
      volumes.add(`volume:${mount.volume.name}`, source, mount.volume.name, true);
      const { name: __, mountPath, ...fields } = mount._toWire();
      return { volume: `volume:${mount.volume.name}`, mountPath, fields };
    }),
    ...files.mountsOf(container, volumes),
    ...container._usesApi ? [requestToken(volumes, cluster)] : [],
  ];
  return distinct(requests, container, context);
}

/** The mounts, by path. */
export function renderMounts(requests: MountRequest[], volumes: VolumeSet): Wire[] {
  return requests.map(request => ({ name: volumes.nameOf(request.volume), mountPath: request.mountPath, ...request.fields }))
    .sort((a, b) => byText(a.mountPath, b.mountPath));
}

/** What someone chose wins over what is known of a path, and making a directory over finding it. */
function rankOf(hostPath: HostPath): number {
  return hostPath._typeGiven ? 2 : hostPath.type === HostPathType.DIRECTORY_OR_CREATE ? 1 : 0;
}

function requestHostPath(
  hostPath: HostPath, container: AgentContainer, volumes: VolumeSet, cluster: TargetCluster, context: RenderContext,
): MountRequest {
  if (hostPath.recursiveReadOnly) {
    context.needs('VolumeMount.recursiveReadOnly', `the mount of ${hostPath.path}`, context.placeOf(container, 'volumeMounts'));
  }
  const path = pathOnHost(hostPath, cluster);
  const id = `host:${path}`;
  volumes.add(id, { hostPath: compact({ path, type: hostPath.type || undefined }) },
    hostPath.volumeName ?? hostPath.path, hostPath.volumeName !== undefined, rankOf(hostPath));
  return {
    volume: id,
    mountPath: hostPath.mountPath,
    fields: compact({
      readOnly: hostPath.isReadOnly || undefined,
      subPath: hostPath.subPath,
      mountPropagation: hostPath.propagation,
      recursiveReadOnly: hostPath.recursiveReadOnly ? 'Enabled' : undefined,
    }),
  };
}

/**
 * What the automatic mount of a token would hold, but in one container: the others have no business with the API.
 * The kubelet renews the token before it expires.
 */
function requestToken(volumes: VolumeSet, cluster: TargetCluster): MountRequest {
  volumes.add('token', {
    projected: {
      sources: [
        { serviceAccountToken: { path: 'token', expirationSeconds: valueOf(AGENT_DEFAULTS.tokenExpirationSeconds, cluster) } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        { downwardAPI: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
      ],
    },
  }, 'kube-api-access', false);
  return { volume: 'token', mountPath: TOKEN_PATH, fields: { readOnly: true } };
}

/** The same mount asked for twice is one; two different ones at a path are an error. */
function distinct(requests: MountRequest[], container: AgentContainer, context: RenderContext): MountRequest[] {
  const byPath = new Map<string, MountRequest>();
  for (const request of requests) {
    const before = byPath.get(request.mountPath);
    if (before === undefined) {
      byPath.set(request.mountPath, request);
    } else if (JSON.stringify(before) !== JSON.stringify(request)) {
      // the first requests stand for these, in their order; the rest for files and the token
      const sources = [...container._hostPaths, ...container._volumeMounts];
      const remedy = 'give one of them another `mountPath`, or keep one';
      const [one, other] = [sources[requests.indexOf(before)], sources[requests.indexOf(request)]];
      const { whose, fix } = one && other ? sidesOf(container._origins, one, other, remedy) : { whose: '', fix: remedy };
      context.report({
        ...context.placeOf(container, 'volumeMounts'), code: 'conflicting-mount',
        what: `the container ${quote(container.name)} mounts two things at ${request.mountPath}${whose}`,
        given: `${describe(before)} and ${describe(request)}`,
        fix,
      });
    }
  }
  return [...byPath.values()];
}

function describe(request: MountRequest): string {
  const fields = Object.entries(request.fields).map(([field, value]) => `, ${field}: ${value}`).join('');
  return request.volume.replace(':', ' ') + fields;
}

