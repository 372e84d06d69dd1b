import type { Wire } from '../../private/wire';
import { daemonSet } from '../example';
import { containersIn } from '../facts/containers';
import { fieldPath } from '../facts/missing-field';
import { writtenWorkloads } from '../facts/written-workloads';
import type { Found, Rule } from '../rule';

export const privilegeContradiction: Rule = {
  id: 'privilege-contradiction',
  level: 'error',
  summary: 'A container asks for rights and forbids them in one breath.',
  looksAt: '`privileged`, `allowPrivilegeEscalation`, `capabilities.add`, `runAsNonRoot` and `runAsUser` of pods and containers.',
  why: 'The API server refuses `allowPrivilegeEscalation: false` beside `privileged: true` or CAP_SYS_ADMIN, and the kubelet does not start user 0 where `runAsNonRoot: true` is set. '
    + 'What is accepted does not do what it says, which is a warning: capabilities reach no user but 0, unless by a program file that has them, which forbidden escalation rules out; '
    + 'and SYS_ADMIN leaves little that escalation could add.',
  fix: 'Keep one of the two: leave `allowPrivilegeEscalation` out beside `privileged` and SYS_ADMIN, and run as user 0, without `runAsNonRoot`, what needs capabilities (`ContainerSecurity.root` '
    + 'with a reason).',
  // of rights that were written past the typed API, asking for them there mends both
  sameAs: ['privileged-without-escalation', 'capability-without-root', 'invalid-user', 'missing-reason'],
  example: () => ({
    fails: [daemonSet({}, { securityContext: { privileged: true, allowPrivilegeEscalation: false } })],
    passes: [daemonSet({}, { securityContext: { privileged: true } })],
  }),
  check: (context, report) => {
    for (const workload of writtenWorkloads(context)) {
      const isOfPod = asksForMore(workload.pod.securityContext);
      for (const placed of containersIn(workload)) {
        const { container, name } = placed;
        if (!isOfPod && !asksForMore(container.securityContext)) {continue;}
        const own = container.securityContext ?? {};
        const placeOf = (field: string) => (own[field] === undefined ? fieldPath(workload.podPath, workload.pod, 'securityContext', field) : `${placed.path}.securityContext.${field}`);
        for (const { field, ...found } of contradictions({ ...workload.pod.securityContext, ...own })) {
          report({ about: workload, container: name, path: placeOf(field), ...found });
        }
      }
    }
  },
};

/** What takes nothing that others lack contradicts nothing. */
function asksForMore(securityContext: Wire | undefined | null): boolean {
  if (!securityContext) {return false;}
  const { privileged, runAsUser, capabilities } = securityContext;
  return privileged === true || runAsUser === 0 || capabilities?.add?.length > 0;
}

/** What is wrong with the security context of a container, in which that of the pod is filled in. */
interface Contradiction extends Pick<Found, 'what' | 'given' | 'level'> {
  readonly field: string;
}

/** Capabilities that are of use without being held: any user may bind low ports where the runtime opens them. */
const FREE = 'NET_BIND_SERVICE';

function contradictions(given: Wire): Contradiction[] {
  const added: string[] = given.capabilities?.add ?? [];
  const forbids = given.allowPrivilegeEscalation === false;
  const found: Contradiction[] = [];
  if (forbids && given.privileged === true) {
    found.push({
      field: 'allowPrivilegeEscalation', what: 'the container is privileged and forbids privilege escalation', given: 'privileged: true, allowPrivilegeEscalation: false',
    });
  } else if (forbids && added.includes('CAP_SYS_ADMIN')) {
    found.push({
      field: 'allowPrivilegeEscalation', what: 'the container adds CAP_SYS_ADMIN and forbids privilege escalation',
      given: 'capabilities.add: CAP_SYS_ADMIN, allowPrivilegeEscalation: false',
    });
  } else if (forbids && added.includes('SYS_ADMIN')) {
    found.push({
      field: 'allowPrivilegeEscalation', level: 'warning', what: 'the container adds SYS_ADMIN, and what is forbidden beside it protects nothing',
      given: 'capabilities.add: SYS_ADMIN, allowPrivilegeEscalation: false',
    });
  }
  if (given.runAsNonRoot === true && given.runAsUser === 0) {
    found.push({ field: 'runAsUser', what: 'the container runs as user 0, and must not run as root', given: 'runAsNonRoot: true, runAsUser: 0' });
  }
  const useless = added.filter(capability => capability.replace(/^CAP_/, '') !== FREE);
  if (forbids && given.privileged !== true && given.runAsUser > 0 && useless.length > 0) {
    found.push({
      field: 'capabilities', level: 'warning', what: 'the container is not root, and capabilities that are added to it have no effect',
      given: `${useless.join(', ')}; runAsUser: ${given.runAsUser}, allowPrivilegeEscalation: false`,
    });
  }
  return found;
}
