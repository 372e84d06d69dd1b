import * as fc from 'fast-check';
import { planMarkdown } from '../../../../src/cli/format/plan/plan-markdown';
import { daemonSet, nodes, objectOf, planOf } from '../../../plan/support';
import { runs } from '../../../support/runs';

const image = (tag: string) => ({ containers: [{ name: 'main', image: `agent:${tag}` }] });
const cluster = { nodes: nodes(3) };

test('what stalls, is replaced or lost comes before what gains rights, and that before what restarts', () => {
  const before = ['a', 'b', 'c'].map(name => daemonSet({}, {}, name));
  const after = [
    daemonSet(image('2.0'), {}, 'a'), daemonSet({ hostPID: true }, {}, 'b'), daemonSet({ nodeSelector: { pool: 'none' } }, {}, 'c'),
  ];
  const text = planMarkdown(planOf(before, after, { cluster }), []);
  const places = ['c', 'b', 'a'].map(name => text.indexOf(`\`DaemonSet agents/${name}\``));
  expect(places.every(place => place > 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('what is forbidden stands at the top', () => {
  const plan = planOf([daemonSet()], [daemonSet({ hostPID: true })], { cluster });
  const [first, second, third] = planMarkdown(plan, [{ what: 'privilege', objects: ['DaemonSet agents/logs'] }]).split('\n');
  expect(first).toMatch(/^### /);
  expect(second).toBe('');
  expect(third).toMatch(/^> \*\*forbidden\*\*/);
});

test('a plan of any size fits a comment of GitHub, and the most important of it is there', () => {
  const names = Array.from({ length: 400 }, (_, index) => `agent-${index}`);
  const before = names.map(name => daemonSet({}, {}, name));
  const after = names.map(name => daemonSet(name === 'agent-399' ? { nodeSelector: { pool: 'none' } } : image('2.0'), {}, name));
  const text = planMarkdown(planOf(before, after, { cluster }), []);
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain('DaemonSet agents/agent-399');
  expect(text).toMatch(/\d+ blocks left out/);
});

test('one object with a great many fields fits too', () => {
  const data = (value: string) => Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`key-${index}`, value.repeat(40)]));
  const plan = planOf([objectOf('v1', 'ConfigMap', 'big', { data: data('a') })], [objectOf('v1', 'ConfigMap', 'big', { data: data('b') })]);
  const text = planMarkdown(plan, []);
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain('ConfigMap agents/big');
});

test('texts of others are no markup, mention nobody, and do not leave their block', () => {
  const hostile = fc.constantFrom(
    '`', '``', '```', '~~~', '@everyone', '#1', '<img src=x>', '[a](http://b)', '\n', '|', '**', '</details>', 'x',
  );
  fc.assert(fc.property(fc.array(hostile, { minLength: 1, maxLength: 12 }), parts => {
    const text = parts.join('');
    const plan = planOf(
      [objectOf('v1', 'ConfigMap', 'config', { data: { a: 'before' } }), daemonSet()],
      [
        objectOf('v1', 'ConfigMap', 'config', { data: { a: text } }), daemonSet({ containers: [{ name: 'main', image: `x${text}` }] }),
      ], { cluster },
    );
    const written = planMarkdown(plan, []);
    // fenced blocks are as others wrote them: outside of them nothing may be markup
    const outside = written.replace(/^(`{3,})text\n[^]*?\n\1$/gm, '');
    expect(outside).not.toMatch(/<img|@everyone|(?<!\\)\[a\]|\n#1/);
    expect(outside.match(/<details>/g)?.length).toBe(outside.match(/<\/details>/g)?.length);
    expect(outside).not.toMatch(/^`{3}/m);
  }), { numRuns: runs(200) });
});

test('nothing to change is said in one line', () => {
  expect(planMarkdown(planOf([daemonSet()], [daemonSet()]), [])).toBe('### What this change does: nothing changes\n');
});
