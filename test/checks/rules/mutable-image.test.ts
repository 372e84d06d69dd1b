import { foundBy } from './found-by';
import { daemonSet } from '../../../src/checks/example';
import { mutableImage } from '../../../src/checks/rules/mutable-image';

const DIGEST = `sha256:${'a'.repeat(64)}`;

test.each([
  'agent', 'agent:latest', 'registry.example.com:5000/team/agent', 'agent:main', 'agent:nightly', 'agent:LATEST', 'agent:stable',
])('%s is another image tomorrow', image => {
  expect(foundBy(mutableImage, daemonSet({}, { image }))).toEqual([`warning agent containers[0].image (${image})`]);
});

test.each([
  'agent:1', 'agent:v1.0.0-latest', `agent@${DIGEST}`, `agent:latest@${DIGEST}`, 'registry:5000/agent:1.2', 'agent:mainline-7',
  '{{ .Values.image }}', '${IMAGE}',
])('%s is not, or is not ours to read', image => {
  expect(foundBy(mutableImage, daemonSet({}, { image }))).toEqual([]);
});

test('init containers and image volumes count', () => {
  const volumes = [{ name: 'a', emptyDir: {} }, { name: 'model', image: { reference: 'models/small' } }];
  expect(foundBy(mutableImage, daemonSet({ volumes, initContainers: [{ name: 'init', image: 'busybox' }] }))).toEqual([
    'warning agent initContainers[0].image (busybox)', 'warning agent volumes[1].image.reference (models/small)',
  ]);
});
