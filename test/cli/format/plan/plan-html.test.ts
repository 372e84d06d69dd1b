import { spawnSync } from 'node:child_process';
import { planHtml } from '../../../../src/cli/format/plan/plan-html';
import { readNode } from '../../../../src/cluster/inventory/cluster-node';
import { daemonSet, nodes, planOf } from '../../../plan/support';
import { Files } from '../../fake-io';

const files = new Files();
afterAll(() => files.remove());

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

test('the states are there in words too', () => {
  const fleet = /<table id="fleet">[^]*?<\/table>/.exec(planHtml(plan, []))![0];
  expect([...fleet.matchAll(/<\/i> ([^<]*)<\/td>/g)].map(([, words]) => words)).toEqual(['4 ready', '1 not ready, 1 cordoned']);
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

/** A browser without a window, where there is one. */
const browser = [process.env.CHROME_BIN ?? '', 'chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'chrome']
  .filter(name => name !== '').find(name => spawnSync(name, ['--version']).status === 0);

/** What is seen of a page: it is looked at by a script that a copy of the page has. */
const LOOK = `<script>
const shown = selector => [...document.querySelectorAll(selector)].filter(each => each.getBoundingClientRect().width > 0);
document.body.dataset.seen = JSON.stringify({
  wider: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  nodes: shown('#fleet .node').map(each => getComputedStyle(each).backgroundColor),
  bars: shown('#coverage .bar').map(each => Math.round(each.getBoundingClientRect().width)),
  agents: shown('section.agent h2').map(each => each.textContent),
  summaries: shown('details summary').length, open: document.querySelectorAll('details[open]').length,
  loaded: performance.getEntriesByType('resource').length,
});
</script></body>`;

(browser === undefined ? test.skip : test)('a browser shows all of it, in a narrow window too, and loads nothing', () => {
  const long = 'x'.repeat(200);
  const changed = planOf([daemonSet()], [daemonSet({
    nodeSelector: { nodepool: 'a' }, containers: [{ name: 'main', image: `example.com/${long}:2.0`, args: [`--${long}`] }],
  })], { cluster });
  const page = files.write('plan.html', planHtml(changed, []).replace('</body>', LOOK));
  for (const width of [1200, 500]) {
    const { status, stdout } = spawnSync(browser!, [
      '--headless', '--no-sandbox', '--disable-gpu', `--window-size=${width},900`, '--dump-dom', `file://${page}`,
    ], { encoding: 'utf8', timeout: 60_000 });
    expect(status).toBe(0);
    const seen = JSON.parse(/data-seen="([^"]*)"/.exec(stdout)![1].replace(/&quot;/g, '"'));
    expect(seen).toMatchObject({ wider: false, agents: ['DaemonSet agents/logs changes'], summaries: 1, open: 0, loaded: 0 });
    expect(seen.nodes).toHaveLength(6);
    expect(new Set(seen.nodes).size).toBe(3);
    const [before, after] = seen.bars;
    expect(after / before).toBeCloseTo(4 / 6, 1);
  }
}, 120_000);
