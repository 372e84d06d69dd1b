import { changedRoom, ORDINARY_ROOM } from '../../../src/cluster/simulated/node-room';
import { refusal } from '../../support/refusal';

test('what is not named stays', () => {
  expect(changedRoom({ cpu: '2', pods: '10' }, { memory: '8Gi' })).toEqual({ cpu: '2', memory: '8Gi', pods: '10' });
  expect(changedRoom(ORDINARY_ROOM, {})).toEqual(ORDINARY_ROOM);
});

test('everything can be changed, and is spelled as the API server stores it', () => {
  const room = changedRoom(ORDINARY_ROOM, {
    cpu: '4000m', memory: '16384Mi', ephemeralStorage: '0.5Ti', pods: 0, extended: { 'nvidia.com/gpu': '8', 'hugepages-2Mi': '1Gi' },
  });
  expect(room).toEqual({
    'cpu': '4', 'ephemeral-storage': '512Gi', 'hugepages-2Mi': '1Gi', 'memory': '16Gi', 'nvidia.com/gpu': '8', 'pods': '0',
  });
  expect(Object.keys(room)).toEqual(Object.keys(room).sort());
});

test.each<[string, Parameters<typeof changedRoom>[1], string]>([
  ['an amount that is none', {
    cpu: 'many',
  }, refusal('invalid-quantity', { given: "'many'", names: ['0'] })],
  ['a negative amount', {
    memory: '-1Gi',
  }, refusal('invalid-quantity', { given: "'-1Gi'", names: ['0'] })],
  ['half a pod', { pods: 1.5 }, refusal('invalid-quantity', { given: '1.5', names: ['0'] })],
  ['fewer pods than none', {
    pods: -1,
  }, refusal('invalid-quantity', { given: '-1', names: ['0'] })],
  ['a resource without a domain', { extended: { gpu: '1' } },
    refusal('invalid-quantity', { given: "'gpu'", names: ['nvidia.com/gpu'] })],
  ['a resource that is no name', {
    extended: { 'nvidia.com/': '1' },
  }, refusal('invalid-quantity', { given: "'nvidia.com/'" })],
  ['huge pages of no size', {
    extended: { 'hugepages-huge': '1Gi' },
  }, refusal('invalid-quantity', { given: "'hugepages-huge'" })],
  ['half a device', {
    extended: { 'nvidia.com/gpu': '0.5' },
  }, refusal('invalid-quantity', { given: "'0.5'", names: ['nvidia.com/gpu', '1'] })],
  ['half a huge page', {
    extended: { 'hugepages-2Mi': '3Mi' },
  }, refusal('invalid-quantity', { given: "'3Mi'", names: ['hugepages-2Mi', '2Mi'] })],
])('%s is refused', (_, change, message) => {
  expect(() => changedRoom({}, change)).toThrow(message);
});
