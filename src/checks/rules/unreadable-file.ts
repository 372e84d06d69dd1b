import { containersIn } from '../../cluster/inventory/containers';
import { writtenWorkloads } from '../../cluster/inventory/written-workloads';
import { findingOf } from '../../private/finding';
import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { ProcessUser, processUserOf, userText } from '../facts/process-user';
import type { Rule } from '../rule';

const USUAL_MODE = 0o644;

export const unreadableFile: Rule = {
  id: 'unreadable-file',
  level: 'error',
  summary: 'A container cannot read a file of a Secret or ConfigMap.',
  looksAt: 'The permissions of files from Secrets and ConfigMaps (`defaultMode`, and `mode` of `items`), and containers that mount them '
    + 'and are certainly not root, in pods without `fsGroup`.',
  why: 'Such files belong to user and group root. With permissions like 0400 no other user can read them, and the agent fails when it '
    + 'opens its key.',
  fix: 'Set `fsGroup` (`PodSecurityContext.of({ fsGroup })`): the files then belong to that group, which may read them. Or give '
    + 'permissions that everyone in the container may read, such as 0o444 (`mode` of `AgentFile.secret`), or run as root '
    + '(`ContainerSecurity.root` with a reason).',
  example: () => ({
    fails: [withKey({ runAsNonRoot: true })],
    passes: [withKey({ runAsNonRoot: true }, { fsGroup: 65534 })],
  }),
  *check(context) {
    for (const workload of writtenWorkloads(context)) {
      const { pod } = workload;
      if (pod.securityContext?.fsGroup !== undefined || pod.os?.name === 'windows') {continue;}
      const modes = new Map<string, number[]>((pod.volumes ?? []).map((volume: Wire) => [volume.name, modesOf(volume)]));
      if ([...modes.values()].flat().every(mode => allows(mode, FOR_OTHERS))) {continue;}
      for (const { container, name, path } of containersIn(workload)) {
        const user = processUserOf(pod, container);
        if (!user.isNotRoot) {continue;}
        for (const [index, mount] of (container.volumeMounts ?? []).entries()) {
          const closed = modes.get(mount.name)?.find(mode => !mayRead(user, mode));
          if (closed === undefined) {continue;}
          yield findingOf(unreadableFile, {
            about: workload, container: name, path: `${path}.volumeMounts[${index}]`,
            what: `${userText(user)} cannot read a file below ${mount.mountPath}, which belongs to root`,
            given: `mode 0${closed.toString(8)}, no fsGroup`,
          });
        }
      }
    }
  },
};

/** The permissions that the files of a volume have. Tokens of accounts are made for the user of the pod. */
function modesOf(volume: Wire): number[] {
  const { secret, configMap, projected } = volume;
  const sources: Wire[] = projected === undefined
    ? [secret ?? configMap] : (projected.sources ?? []).map((source: Wire) => source.secret ?? source.configMap);
  const usual = (projected ?? secret ?? configMap)?.defaultMode ?? USUAL_MODE;
  return sources.filter(source => source !== undefined).flatMap(({ items }) => items?.map((item: Wire) => item.mode ?? usual) ?? [usual]);
}

function mayRead({ mayBeInRootGroup }: ProcessUser, mode: number): boolean {
  return allows(mode, FOR_OTHERS) || mayBeInRootGroup && allows(mode, FOR_GROUP);
}

function allows(mode: number, bit: number): boolean {
  return Math.floor(mode / bit) % 2 === 1;
}

const FOR_OTHERS = 0o004;
const FOR_GROUP = 0o040;

function withKey(securityContext: Wire, ofPod: Wire = {}): Wire {
  return daemonSet(
    { securityContext: ofPod, volumes: [{ name: 'key', secret: { secretName: 'key', defaultMode: 0o400 } }] },
    { securityContext, volumeMounts: [{ name: 'key', mountPath: '/etc/key', readOnly: true }] },
  );
}
