import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import * as library from '../../src';
import { KUBERNETES_WORDS } from '../../src/private/kubernetes-words';
import { problemsOf, WHY } from '../agent/make-agent';
import { errorsOf, testChart } from '../support/golden';

const PAGE = readFileSync(join(__dirname, '..', '..', 'docs', 'cheat-sheet.md'), 'utf8');
const WORDS = [...KUBERNETES_WORDS];

test('the cheat sheet has each word, and no others', () => {
  const rows = [...PAGE.matchAll(/^\| `(\w+)` \| `(.*)` \|$/gm)].map(([, field, written]) => [field, written]);
  expect(rows).toEqual(WORDS.map(([field, { written }]) => [field, written]));
});

test.each(WORDS)('what takes the place of %s can be written', (_, { written }) => {
  const given = { ...library, Duration, reason: WHY, port: library.Port.container('http', 8080) };
  const props = new Function('given', `with (given) {return { ${written} };}`)(given);
  const chart = testChart();
  const options = { image: 'example.com/agent:1.0.0', ...props };
  if ('spread' in props) {new library.ClusterAgent(chart, 'agent', options);} else {new library.NodeAgent(chart, 'agent', options);}
  expect(errorsOf(chart).filter(line => /unknown-option|wrong-option/.test(line))).toEqual([]);
});

test.each(WORDS.filter(([, { option }]) => option !== 'spread'))('%s as an option leads to its own '
  + 'option', (field, { option, written }) => {
  const [found] = problemsOf({ [field]: true } as object);
  expect(found).toMatch(/^unknown-option: /);
  expect([found.includes(`allowed: '${option}'`), found.includes(written)]).toEqual([true, true]);
});

test('a word that an option has itself, or that leads nowhere here, is looked up among the options', () => {
  expect(problemsOf({ hostPathes: [] } as object)[0]).toMatch(/allowed: 'hostPaths'/);
  expect(problemsOf({ topologySpreadConstraints: [] } as object)[0]).not.toMatch(/spread:/);
});
