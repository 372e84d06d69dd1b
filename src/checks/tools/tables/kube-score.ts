import type { Wire } from '../../../private/wire';
import { ALL, anyOf, MAIN, Which } from '../cause';
import { noNetworkPolicy, writableRootFilesystem } from '../causes/host-access';
import { mutableImages } from '../causes/images';
import { privileged, unconfined } from '../causes/privilege';
import { identicalProbes } from '../causes/probes';
import { isZero, missingAmount, unboundedStorage } from '../causes/resources';
import { groups, users } from '../causes/users';
import type { ToolTable } from '../tool-table';

/** Below this a user or group may be one of the node. */
const HIGH = 10_000;

const OF_SERVICES: Which = subject => (subject.kind === 'Job' || subject.kind === 'CronJob' ? [] : ALL(subject));

export const KUBE_SCORE: ToolTable = {
  readFrom: 'kube-score v1.20.0',
  kinds: ['CronJob', 'DaemonSet', 'Deployment', 'Job', 'Pod', 'StatefulSet'],
  checks: [
    {
      // no rule of ours asks for a limit of processor time: it stays as long as that is what it asks for
      id: 'container-resources',
      source: 'score/container/container.go',
      causes: anyOf(
        missingAmount(ALL, 'limits', 'cpu', isZero),
        missingAmount(ALL, 'limits', 'memory', isZero, 'missing-memory-limit'),
        missingAmount(ALL, 'requests', 'cpu', isZero, 'missing-requests'),
        missingAmount(ALL, 'requests', 'memory', isZero, 'missing-requests')),
      silencesToo: ['container-ephemeral-storage-request-and-limit'],
    },
    {
      id: 'container-ephemeral-storage-request-and-limit',
      source: 'score/container/container.go',
      // nor for a request of storage
      causes: anyOf(unboundedStorage, missingAmount(ALL, 'requests', 'ephemeral-storage', isZero)),
    },
    {
      id: 'container-image-tag', source: 'score/container/container.go', causes: mutableImages(ALL, image => [
        '', 'latest',
      ].includes(tagOf(image))),
    },
    { id: 'container-security-context-privileged', source: 'score/security/security.go', causes: privileged(ALL) },
    { id: 'container-security-context-readonlyrootfilesystem', source: 'score/security/security.go', causes: writableRootFilesystem(ALL) },
    {
      id: 'container-security-context-user-group-id',
      source: 'score/security/security.go',
      causes: anyOf(
        users(ALL, ({ user }) => !(user !== undefined && user >= HIGH)),
        groups(ALL, ({ group }) => !(group !== undefined && group >= HIGH))),
    },
    // off by default
    { id: 'container-seccomp-profile', source: 'score/security/security.go', causes: unconfined(MAIN, type => type !== undefined) },
    { id: 'pod-networkpolicy', source: 'score/networkpolicy/networkpolicy.go', causes: noNetworkPolicy },
    { id: 'pod-probes-identical', source: 'score/probes/probes.go', causes: identicalProbes(OF_SERVICES, areIdentical) },
  ],
};

/** What stands behind the last colon: also that of a port or a digest. */
function tagOf(image: string): string {
  return image.includes(':') ? image.slice(image.lastIndexOf(':') + 1) : '';
}

function areIdentical(readiness: Wire | undefined, liveness: Wire | undefined): boolean {
  if (readiness === undefined || liveness === undefined) {return false;}
  if (readiness.httpGet && liveness.httpGet) {
    return (readiness.httpGet.path ?? '') === (liveness.httpGet.path ?? '')
      && portNumber(readiness.httpGet.port) === portNumber(liveness.httpGet.port);
  }
  if (readiness.tcpSocket && liveness.tcpSocket) {return readiness.tcpSocket.port === liveness.tcpSocket.port;}
  const commands = [readiness, liveness].map(({ exec }) => JSON.stringify(exec?.command ?? []));
  return Boolean(readiness.exec && liveness.exec) && commands[0] === commands[1];
}

/** All names are one to it. */
function portNumber(port: unknown): number {
  return /^[+-]?\d+$/.test(String(port)) ? Number(port) : 0;
}
