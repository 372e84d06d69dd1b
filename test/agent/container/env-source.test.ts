import { EnvSource, EnvValue, IAgentFeature } from '../../../src/index';
import { refusal } from '../../support/refusal';
import { containerOf, messageOf } from '../make-agent';

test('an object may be optional, and its names may get a prefix', () => {
  expect(containerOf({
    envFrom: [
      EnvSource.configMap('endpoints', { optional: true }), EnvSource.secret('creds', { prefix: 'LOKI_' }),
      EnvSource.secret('plain', { optional: false, prefix: '' }),
    ],
  }).envFrom).toEqual([
    { configMapRef: { name: 'endpoints', optional: true } }, { prefix: 'LOKI_', secretRef: { name: 'creds' } },
    { secretRef: { name: 'plain' } },
  ]);
});

test('features add theirs behind what the user gave', () => {
  const feature: IAgentFeature = { contribute: ({ container }) => container.addEnvFrom(EnvSource.configMap('of-feature')) };
  expect(containerOf({ envFrom: [EnvSource.configMap('of-user')], features: [feature], env: { A: EnvValue.of('b') } }).envFrom)
    .toEqual([{ configMapRef: { name: 'of-user' } }, { configMapRef: { name: 'of-feature' } }]);
});

test('of two that are equal the later one stays, because later ones win', () => {
  const [a, b] = [() => EnvSource.secret('a', { prefix: 'X_' }), () => EnvSource.configMap('b')];
  const feature: IAgentFeature = { contribute: ({ container }) => container.addEnvFrom(a()) };
  expect(
    containerOf({ envFrom: [a(), b()], features: [feature] }).envFrom,
  ).toEqual([{ configMapRef: { name: 'b' } }, { prefix: 'X_', secretRef: { name: 'a' } }]);
});

test('a prefix that no variable may begin with is refused', () => {
  expect(messageOf(() => EnvSource.secret('creds', { prefix: '1-' }))).toEqual(
    refusal('invalid-name', { given: "'1-'", names: ['_'] }));
});
