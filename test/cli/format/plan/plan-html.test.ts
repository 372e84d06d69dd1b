import { planHtml } from '../../../../src/cli/format/plan/plan-html';
import { readNode } from '../../../../src/cluster/inventory/cluster-node';
import { daemonSet, nodes, planOf } from '../../../plan/support';

const dead = readNode(
  { metadata: { name: 'dead', labels: { nodepool: 'b' } }, status: { conditions: [{ type: 'Ready', status: 'Unknown' }] } },
);
const cordoned = readNode({ metadata: { name: 'cordoned', labels: { nodepool: 'b' } }, spec: { unschedulable: true } });
const cluster = { nodes: [...nodes(4, { nodepool: 'a' }), dead, cordoned] };

/** The texts between tags, with the element in which each stands. */
function elements(page: string): Array<{ readonly tag: string; readonly attributes: string }> {
  return [...page.matchAll(/<([a-z0-9]+)((?:\s+[a-z-]+="[^"]*")*)>/g)].map(([, tag, attributes]) => ({ tag, attributes }));
}

/** Tags that must be closed are, in their order. */
function isBalanced(page: string): boolean {
  const open: string[] = [];
  for (const [, closes, tag] of page.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (['meta', 'br'].includes(tag)) {continue;}
    if (closes === '') {open.push(tag);} else if (open.pop() !== tag) {return false;}
  }
  return open.length === 0;
}

const plan = planOf([daemonSet()], [daemonSet({ nodeSelector: { nodepool: 'a' } })], { cluster });

test('the page shows the fleet by pool and state', () => {
  const page = planHtml(plan, []);
  const fleet = /<table id="fleet">[^]*?<\/table>/.exec(page)![0];
  expect(
    [...fleet.matchAll(/<th scope="row">(.*?)<\/th><td>(\d+)/g)].map(([, name, count]) => [name, count]),
  ).toEqual([['a', '4'], ['b', '2']]);
  expect([...fleet.matchAll(/data-state="(.*?)" title="(.*?):/g)].slice(4).map(([, state, name]) => [name, state])).toEqual([
    ['dead', 'not ready'], ['cordoned', 'cordoned'],
  ]);
});

test('it shows on how many nodes each agent runs before and after', () => {
  const coverage = /<table id="coverage">[^]*?<\/table>/.exec(planHtml(plan, []))![0];
  expect(
    [...coverage.matchAll(/class="(before|after)">.*?<\/i> (\d+)/g)].map(([, when, count]) => [when, count]),
  ).toEqual([['before', '6'], ['after', '4']]);
});

test('it needs nothing else: no script, and nothing that is loaded', () => {
  const page = planHtml(plan, [{ what: 'coverage', objects: ['DaemonSet agents/logs'] }]);
  expect(page).toMatch(/^<!doctype html>/);
  expect(isBalanced(page.replace('<!doctype html>', ''))).toBe(true);
  expect(
    elements(page).map(({ tag }) => tag),
  ).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(script|link|img|iframe|object)$/)]));
  expect(page).not.toMatch(/https?:|url\(|@import| src=| href=/);
  expect(page).toContain('class="forbidden"');
});

test('texts of others are texts, wherever they stand', () => {
  const text = '"><script>alert(1)</script>\'&amp;';
  const hostile = planOf([], [
    daemonSet({ containers: [{ name: text, image: text }] }, {}, text),
  ], { cluster: { nodes: [readNode({ metadata: { name: text, labels: { nodepool: text } } })] } });
  const page = planHtml(hostile, [{ what: 'stall', objects: [text] }]);
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;');
  expect(isBalanced(page.replace('<!doctype html>', ''))).toBe(true);
});

test('without nodes there is no fleet', () => {
  expect(planHtml(planOf([daemonSet()], [daemonSet({ hostPID: true })]), [])).not.toContain('id="fleet"');
});
