import { LabelIndex } from '../../../src/cluster/selectors/label-index';

const index = new LabelIndex<string>();
index.add('x', { app: 'logs', part: 'agent' }, 'agent');
index.add('x', { app: 'logs', part: 'gateway' }, 'gateway');
index.add('y', { app: 'logs' }, 'other');
index.add('x', {}, 'bare');

test('those with the rarest label are candidates', () => {
  expect(index.candidates('x', { matchLabels: { app: 'logs', part: 'agent' } })).toEqual(['agent']);
  expect(index.candidates('x', { matchLabels: { app: 'logs' } })).toEqual(['agent', 'gateway']);
  expect(index.candidates('x', { matchLabels: { app: 'logs', gone: 'x' } })).toEqual([]);
});

test('a selector without labels can match anything of the place', () => {
  expect(index.candidates('x', { matchExpressions: [{ key: 'app', operator: 'Exists' }] })).toEqual(['agent', 'gateway', 'bare']);
  expect(index.candidates('z', {})).toEqual([]);
});
