import * as fc from 'fast-check';
import { EnvSource, EnvValue, HostPath, IAgentFeature, NodeAgentProps, Volume, VolumeMount } from '../../../src';
import { referencesIn } from '../../../src/agent/render/env';
import { testChart } from '../../support/golden';
import { containerOf, makeAgent, messageOf, problemsOf } from '../make-agent';

const namesOf = (props: Partial<NodeAgentProps>): string[] => containerOf(props).env.map((variable: any) => variable.name);
const texts = (map: Record<string, string>) => Object.fromEntries(Object.entries(map).map(([name, text]) => [name, EnvValue.of(text)]));

test('variables are in alphabetical order', () => {
  expect(namesOf({ env: texts({ B: '1', A: '2', C: '3' }) })).toEqual(['A', 'B', 'C']);
});

test('a variable stands after those that it refers to, because Kubernetes expands only from what stands above', () => {
  expect(namesOf({ env: texts({ A: '$(C)-$(B)', B: '$(D)', C: 'x', D: 'y' }) })).toEqual(['D', 'B', 'C', 'A']);
});

test('variables that refer to each other in a circle are still each there once', () => {
  expect(namesOf({ env: texts({ A: '$(B)', B: '$(A)', C: '$(C)' }) }).sort()).toEqual(['A', 'B', 'C']);
});

test.each([
  ['$(A)', ['A']], ['x$(A)y$(B)', ['A', 'B']], ['$$(A)', []], ['$$$(A)', ['A']], ['$(A', []], ['$A', []], ['', []], ['$()', []],
])('%p refers to %p', (text, names) => {
  expect(referencesIn(text)).toEqual(names);
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
  expect(containerOf({ envFrom: [EnvSource.configMap('c'), EnvSource.secret('b', { optional: true, prefix: 'B_' }), EnvSource.secret('a')] }).envFrom).toEqual([
    { configMapRef: { name: 'c' } }, { prefix: 'B_', secretRef: { name: 'b', optional: true } }, { secretRef: { name: 'a' } },
  ]);
});

test.each([
  ['a variable that whole objects may bring', { args: ['$(TOKEN)'], envFrom: [EnvSource.secret('creds')] }],
  ['a variable that an override may bring', { args: ['$(TOKEN)'], overrides: { env: [{ name: 'TOKEN', value: 'x' }] } }],
  ['the address of a Service', { args: ['$(KUBERNETES_SERVICE_HOST):$(KUBERNETES_SERVICE_PORT)'] }],
  ['an escaped text', { args: ['$$(TOKEN)'] }],
  ['a command of a shell', { command: ['/bin/sh', '-c', 'echo $(HOSTNAME)'] }],
  ['what is no name of a variable', { args: ['$(date +%s)'] }],
])('%s is not missed', (_, props) => {
  expect(problemsOf(props)).toEqual([]);
});

test('the order depends on the references and the names alone, and references come first', () => {
  const names = ['A', 'B', 'C', 'D', 'E'];
  const texts5 = fc.tuple(...names.map(() => fc.array(fc.constantFrom(...names), { maxLength: 2 })));
  fc.assert(fc.property(texts5, fc.shuffledSubarray(names, { minLength: names.length }), (references, shuffled) => {
    const textOf = (name: string) => references[names.indexOf(name)].map(other => `$(${other})`).join('');
    const written = namesOf({ env: Object.fromEntries(names.map(name => [name, EnvValue.of(textOf(name))])) });
    expect(namesOf({ env: Object.fromEntries(shuffled.map(name => [name, EnvValue.of(textOf(name))])) })).toEqual(written);
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
  }), { numRuns: 40 });
});

describe('fails', () => {
  test('for a name that older servers refuse', () => {
    expect(problemsOf({ env: texts({ '1ST': 'x', 'A B': 'y' }) })).toEqual([
      "invalid-name: the container 'agent' cannot have this variable; given: '1ST'; allowed: letters, digits, `_`, `-` and `.`, not a digit first; fix: rename the variable",
      "invalid-name: the container 'agent' cannot have this variable; given: 'A B'; allowed: letters, digits, `_`, `-` and `.`, not a digit first; fix: rename the variable",
    ]);
  });

  test('for two features that set one variable to two values', () => {
    const setting = (value: string) => ({ contribute: (plan: any) => plan.container.addEnv('LEVEL', EnvValue.of(value)) });
    expect(problemsOf({ features: [setting('info'), setting('debug')] })).toEqual([
      "conflicting-env: two features set the variable LEVEL of the container 'agent'; given: {\"value\":\"info\"} and {\"value\":\"debug\"}; fix: set it in `env`: what you give wins over features",
    ]);
  });

  test.each([
    ['an argument', { args: ['--node=$(NODE)'] }, 'no variable is set'],
    ['a command', { command: ['$(NODE)'], env: texts({ B: '', A: '' }) }, 'A, B'],
    ['another variable', { env: texts({ A: '$(NODE)' }) }, 'A'],
    ['a path of a mount', { volumeMounts: [VolumeMount.of(Volume.emptyDir('tmp'), '/tmp', { subPathExpr: '$(NODE)' })], hostPaths: [HostPath.readOnly('/srv')] }, 'no variable is set'],
  ])('for %s that refers to a variable that nobody sets', (_, props, allowed) => {
    expect(problemsOf(props)).toEqual([
      `undefined-variable: the container 'agent' refers to a variable that it does not have; given: $(NODE); allowed: ${allowed}; fix: add NODE to \`env\`, or write $$(NODE) for the text itself`,
    ]);
  });

  test('for an object whose name cannot be', () => {
    expect(messageOf(() => makeAgent({ envFrom: [EnvSource.secret('My Secret')] }, testChart()))).toBe(
      "invalid-name: the object whose keys become variables is not a valid DNS subdomain; given: 'My Secret'; allowed: at most 253 lower-case letters, digits, `-` and `.`, a letter or digit at both ends and beside every `.`; fix: write 'my-secret'");
  });
});
