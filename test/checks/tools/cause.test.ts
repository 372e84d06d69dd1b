import { hardened, accept, PRIVILEGED, container } from './hardened';
import type { Acceptance } from '../../../src/checks/tools/acceptance';
import { acceptancesOf, Cause } from '../../../src/checks/tools/cause';
import { privileged } from '../../../src/checks/tools/causes/privilege';
import { subjectOf } from '../../../src/checks/tools/subject';

const CAUSE: Cause = {
  what: "container 'agent' mounts /etc of the node",
  paths: ['spec.template.spec.containers[1].volumeMounts[0]', 'spec.template.spec.volumes[1]'],
  acceptedBy: [{ id: 'sensitive-host-path', container: 'agent' }, { id: 'privileged', container: 'agent' }],
};

function isAccepted(more: Partial<Acceptance>, cause: Cause = CAUSE): boolean {
  return acceptancesOf(cause, [accept(hardened(), 'sensitive-host-path', more)]).length > 0;
}

test.each([
  ['of the whole object', {}, true],
  ['of its container', { container: 'agent' }, true],
  ['of another container', { container: 'helper' }, false],
  ['of something else', { id: 'writable-host-path' }, false],
  ['of the place', { path: 'spec.template.spec.volumes[1]' }, true],
  ['of a part of the place', { path: 'spec.template.spec.volumes[1].hostPath.path' }, true],
  ['of what the place is part of', { path: 'spec.template.spec' }, true],
  ['of the other place that it comes from', { path: 'spec.template.spec.containers[1].volumeMounts[0].readOnly' }, true],
  ['of another place', { path: 'spec.template.spec.volumes[0]' }, false],
  ['of a place whose name goes on', { path: 'spec.template.spec.volumes[1]x' }, false],
  ['of a place with a longer number', { path: 'spec.template.spec.volumes[10]' }, false],
  ['of the place in another container', { path: 'spec.template.spec.volumes[1]', container: 'helper' }, false],
])('an acceptance %s', (_, more, expected) => {
  expect(isAccepted(more)).toBe(expected);
});

test('an acceptance of a container does not reach the pod', () => {
  const ofPod = { ...CAUSE, acceptedBy: [{ id: 'sensitive-host-path' }] };
  expect(isAccepted({}, ofPod)).toBe(true);
  expect(isAccepted({ container: 'agent' }, ofPod)).toBe(false);
});

test('an acceptance that must name the place', () => {
  const placed = { ...CAUSE, acceptedBy: [{ id: 'sensitive-host-path', container: 'agent', isPlaced: true }] };
  expect(isAccepted({}, placed)).toBe(false);
  expect(isAccepted({ path: 'spec.template.spec.volumes[1]' }, placed)).toBe(true);
});

test('a capability is the same with its prefix', () => {
  const adding = { ...CAUSE, acceptedBy: [{ id: 'CAP_NET_ADMIN', container: 'agent' }] };
  expect(isAccepted({ id: 'NET_ADMIN' }, adding)).toBe(true);
  expect(isAccepted({ id: 'CAP_NET_ADMIN' }, adding)).toBe(true);
  expect(isAccepted({ id: 'NET_RAW' }, adding)).toBe(false);
});

test('the most telling acceptance gives the reason', () => {
  const manifest = hardened();
  const [own, other] = [accept(manifest, 'sensitive-host-path'), accept(manifest, 'privileged')];
  expect(acceptancesOf(CAUSE, [other, own])).toEqual([own]);
  expect(acceptancesOf(CAUSE, [other])).toEqual([other]);
});

test('each container is a cause of its own', () => {
  const subject = subjectOf(hardened({}, {
    containers: [container(PRIVILEGED), container(), container({ ...PRIVILEGED, name: 'helper' })],
  }))!;
  expect(privileged(({ containers }) => containers)(subject)).toEqual([
    {
      what: "container 'agent' is privileged", paths: [
        'spec.template.spec.containers[0].securityContext.privileged',
      ], acceptedBy: [{ id: 'privileged', container: 'agent' }],
    },
    {
      what: "container 'helper' is privileged", paths: [
        'spec.template.spec.containers[2].securityContext.privileged',
      ], acceptedBy: [{ id: 'privileged', container: 'helper' }],
    },
  ]);
});
