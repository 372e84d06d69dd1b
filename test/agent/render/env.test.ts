import * as fc from 'fast-check';
import { EnvSource, EnvValue, HostPath, IAgentFeature, NodeAgentProps, Volume, VolumeMount } from '../../../src';
import { testChart } from '../../support/golden';
import { refusal } from '../../support/refusal';
import { runs } from '../../support/runs';
import { containerOf, makeAgent, messageOf, placesOf, problemCodesOf, problemsOf } from '../make-agent';

const namesOf = (props: Partial<NodeAgentProps>): string[] => containerOf(props).env.map((variable: any) => variable.name);
const texts = (map: Record<string, string>) => Object.fromEntries(Object.entries(map).map(([name, text]) => [name, EnvValue.of(text)]));

test('variables are in alphabetical order', () => {
  expect(namesOf({ env: texts({ B: '1', A: '2', C: '3' }) })).toEqual(['A', 'B', 'C']);
});

test('a variable stands after those that it refers to, because Kubernetes expands only from what stands above', () => {
  expect(namesOf({ env: texts({ A: '$(C)-$(B)', B: '$(D)', C: 'x', D: 'y' }) })).toEqual(['D', 'B', 'C', 'A']);
});

/** In a circle no order is right, which is an error; what is written where nobody checks is looked at here. */
function unchecked<T>(act: () => T): T {
  process.env.NODE_AGENTS_CHECKS = 'off';
  try {
    return act();
  } finally {
    delete process.env.NODE_AGENTS_CHECKS;
  }
}

test('variables that refer to each other in a circle are still each there once, and an error', () => {
  const env = texts({ A: '$(B)', B: '$(A)', C: '$(C)' });
  expect(unchecked(() => namesOf({ env })).sort()).toEqual(['A', 'B', 'C']);
  expect(problemCodesOf({ env })).toEqual(['unset-variable', 'unset-variable']);
});

test('two dollar signs are one that is meant, so what refers to it may come first', () => {
  expect(namesOf({ env: texts({ A: '$$(B)', B: 'x' }) })).toEqual(['A', 'B']);
  expect(namesOf({ env: texts({ A: '$$$(B)', B: 'x' }) })).toEqual(['B', 'A']);
  expect(namesOf({ env: texts({ A: 'x$(B)y$(C)', B: '$(C', C: '$()', D: '$A' }) })).toEqual(['B', 'C', 'A', 'D']);
});

test('what features set is there too, in its place; what the user sets wins', () => {
  const feature: IAgentFeature = {
    contribute: plan => {
      plan.container.addEnv('B', EnvValue.of('feature'));
      plan.container.addEnv('A', EnvValue.of('feature'));
      plan.container.addEnv('A', EnvValue.of('another'));
    },
  };
  expect(containerOf({ env: texts({ C: '3', A: 'user' }), features: [feature] }).env).toEqual([
    { name: 'A', value: 'user' }, { name: 'B', value: 'feature' }, { name: 'C', value: '3' },
  ]);
});

test('features may agree', () => {
  const feature = { contribute: (plan: any) => plan.container.addEnv('A', EnvValue.of('same')) };
  expect(containerOf({ features: [feature, { ...feature }] }).env).toEqual([{ name: 'A', value: 'same' }]);
});

test('whole Secrets and ConfigMaps become variables, in the order in which they are given', () => {
  expect(containerOf({
    envFrom: [EnvSource.configMap('c'), EnvSource.secret('b', { optional: true, prefix: 'B_' }), EnvSource.secret('a')],
  }).envFrom).toEqual([
    { configMapRef: { name: 'c' } }, { prefix: 'B_', secretRef: { name: 'b', optional: true } }, { secretRef: { name: 'a' } },
  ]);
});

test.each([
  ['a variable that whole objects may bring', { args: ['$(TOKEN)'], envFrom: [EnvSource.secret('creds')] }],
  ['a variable that an override may bring', { args: ['$(TOKEN)'], overrides: { env: [{ name: 'TOKEN', value: 'x' }] } }],
  ['the address of a Service', { args: ['$(KUBERNETES_SERVICE_HOST):$(KUBERNETES_SERVICE_PORT)'] }],
  ['an escaped text', { args: ['$$(TOKEN)'] }],
  ['a command of a shell', { command: ['/bin/sh', '-c', 'echo $(HOSTNAME)'] }],
  ['a script that is the first argument', { command: ['/bin/sh', '-ec'], args: ['echo $(HOSTNAME)'] }],
  ['what is no name of a variable', { args: ['$(date +%s)'] }],
])('%s is not missed', (_, props) => {
  expect(problemsOf(props)).toEqual([]);
});

test('the order depends on the references and the names alone, and references come first', () => {
  const names = ['A', 'B', 'C', 'D', 'E'];
  const texts5 = fc.tuple(...names.map(() => fc.array(fc.constantFrom(...names), { maxLength: 2 })));
  fc.assert(fc.property(texts5, fc.shuffledSubarray(names, { minLength: names.length }), (references, shuffled) => {
    const textOf = (name: string) => references[names.indexOf(name)].map(other => `$(${other})`).join('');
    const orderOf = (given: string[]) =>
      unchecked(() => namesOf({ env: Object.fromEntries(given.map(name => [name, EnvValue.of(textOf(name))])) }));
    const written = orderOf(names);
    expect(orderOf(shuffled)).toEqual(written);
    expect([...written].sort()).toEqual(names);
    for (const name of names) {
      for (const other of references[names.indexOf(name)].filter(each => !reaches(each, name))) {
        expect(written.indexOf(other)).toBeLessThan(written.indexOf(name));
      }
    }

    /** Whether one refers to another over any number of steps: in a circle no order is right. */
    function reaches(from: string, to: string, seen = new Set<string>()): boolean {
      if (from === to) {return true;}
      if (seen.has(from)) {return false;}
      seen.add(from);
      return references[names.indexOf(from)].some(next => reaches(next, to, seen));
    }
  }), { numRuns: runs(20) });
});

describe('fails', () => {
  test('for a name that older servers refuse', () => {
    expect(problemsOf({ env: texts({ '1ST': 'x', 'A B': 'y' }) })).toEqual([
      refusal('invalid-name', { given: "'1ST'", names: ['agent', '_'] }),
      refusal('invalid-name', { given: "'A B'", names: ['agent', '_'] }),
    ]);
  });

  test('for two features that set one variable to two values', () => {
    const setting = (value: string) => ({ contribute: (plan: any) => plan.container.addEnv('LEVEL', EnvValue.of(value)) });
    expect(problemsOf({ features: [setting('info'), setting('debug')] })).toEqual([
      refusal('conflicting-env', { given: '{"value":"info"} and {"value":"debug"}', names: ['agent'] }),
    ]);
  });

  test.each([
    ['an argument', { args: ['--node=$(NODE)'] }, 'args[0]'],
    ['a text with blanks', { args: ['on $(NODE) of $(NODE)'] }, 'args[0]'],
    ['a name of one letter', { args: ['$(A)'] }, 'args[0]'],
    ['a name that begins with an underscore', { args: ['$(_NODE)'] }, 'args[0]'],
    ['what comes after the script of a shell', { command: ['/bin/sh', '-c', 'exec "$0"'], args: ['$(NODE)'] }, 'args[0]'],
    ['a command', { command: ['$(NODE)'], env: texts({ B: '', A: '' }) }, 'command[0]'],
    ['another variable', { env: texts({ A: '$(NODE)' }) }, 'env[0].value'],
    ['a path of a mount', {
      volumeMounts: [VolumeMount.of(Volume.emptyDir('tmp'), '/tmp', { subPathExpr: '$(NODE)' })], hostPaths: [HostPath.readOnly('/srv')],
    }, 'volumeMounts[1].subPathExpr'],
  ])('for %s that refers to a variable that nobody sets', (_, props, place) => {
    expect(problemCodesOf(props)).toEqual(['unset-variable']);
    expect(placesOf('unset-variable', props)).toEqual([`agent spec.template.spec.containers[0].${place}`]);
  });

  test('for an object whose name cannot be', () => {
    expect(messageOf(() => makeAgent({ envFrom: [EnvSource.secret('My Secret')] }, testChart()))).toEqual(
      refusal('invalid-name', { at: 'test/agent', given: "'My Secret'", names: ['envFrom[0]', '253'] }));
  });
});
