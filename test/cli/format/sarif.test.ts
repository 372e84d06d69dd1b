import { mkdirSync } from 'node:fs';
import { RULES } from '../../../src/checks/rules';
import { sarifText } from '../../../src/cli/format/sarif';
import { entriesOf } from '../../../src/private/entry';
import { ERROR_CATALOGUE, ErrorCode } from '../../../src/private/error-catalogue';
import { finding } from '../../../src/private/finding';
import { agentYaml, Files, runWith } from '../fake-io';

const files = new Files();
afterAll(() => files.remove());
mkdirSync(files.path('a folder, ü'));
const WRONG = agentYaml('logs', 'hostNetwrok: true\n');

type Sarif = { [field: string]: any };
const sarifOf = async (args: string[], stdin?: string): Promise<Sarif> => JSON.parse(
  (await runWith(['check', ...args, '--format', 'sarif'], stdin === undefined ? {} : { stdin })).out,
).runs[0];
const unknown = ({ results }: Sarif): Sarif => results.find((each: Sarif) => each.ruleId === 'unknown-field');

test('a report names its format, the tool, and every rule once', async () => {
  const { out } = await runWith(['check', files.write('a.yaml', WRONG), '--format', 'sarif']);
  const { $schema, version, runs: [{ tool: { driver }, results }] } = JSON.parse(out);
  expect([$schema, version, driver.name]).toEqual(['https://json.schemastore.org/sarif-2.1.0.json', '2.1.0', 'node-agents']);
  const ids: string[] = driver.rules.map((rule: Sarif) => rule.id);
  expect(ids).toEqual([...new Set([...RULES.map(({ id }) => id), ...results.map((each: Sarif) => each.ruleId)])].sort());
  for (const each of results) {expect(ids[each.ruleIndex]).toBe(each.ruleId);}
  for (const { shortDescription, fullDescription, help, helpUri } of driver.rules) {
    expect([shortDescription.text, fullDescription.text, help.text].every(text => text.length > 0)).toBe(true);
    expect(helpUri).toMatch(/^https:\/\/.+\/docs\/(checks|errors)\/[\w-]+\.md$/);
  }
});

test('a result says where it is, what is wrong and what to do', async () => {
  expect(unknown(await sarifOf([files.write('a.yaml', WRONG)]))).toEqual({
    ruleId: 'unknown-field', ruleIndex: expect.any(Number), level: 'error',
    message: {
      text: 'DaemonSet agents/logs, spec.template.spec.hostNetwrok: the Kubernetes API has no field hostNetwrok in PodSpec; '
      + 'given: hostNetwrok; allowed: hostNetwork. To fix it: did you mean hostNetwork?',
    },
    locations: [{
      physicalLocation: { artifactLocation: { uri: `file://${files.path('a.yaml')}` }, region: { startLine: 23 } },
      logicalLocations: [{ name: 'logs', fullyQualifiedName: 'DaemonSet agents/logs, spec.template.spec.hostNetwrok', kind: 'object' }],
    }],
    partialFingerprints: { 'nodeAgentsFinding/v1': expect.stringMatching(/^[\da-f]{16}:1$/) },
  });
});

test('paths are URIs, relative to where the command runs', async () => {
  const before = process.cwd();
  process.chdir(files.directory);
  try {
    for (const name of ['a folder, ü/50%.yaml', files.write('a folder, ü/50%.yaml', WRONG)]) {
      expect(
        unknown(await sarifOf([name])).locations[0].physicalLocation.artifactLocation,
      ).toEqual({ uri: 'a%20folder%2C%20%C3%BC/50%25.yaml', uriBaseId: '%SRCROOT%' });
    }
  } finally {
    process.chdir(before);
  }
});

test('standard input is no file', async () => {
  expect(unknown(await sarifOf([], WRONG)).locations).toEqual([{ logicalLocations: [expect.any(Object)] }]);
});

test('a finding keeps its fingerprint when it moves, and each has one of its own', async () => {
  const fingerprints = async (text: string): Promise<string[]> =>
    (await sarifOf([files.write('b.yaml', text)])).results.map((each: Sarif) => `${each.ruleId} `
      + `${each.partialFingerprints['nodeAgentsFinding/v1']}`);
  const before = await fingerprints(agentYaml('logs', 'volumes: [{nam: a, name: a}, {nam: a, name: b}]\n'));
  const after = await fingerprints(
    `# moved\n\n${agentYaml('logs', '# here too\nvolumes: [{name: c}, {nam: a, name: a}, {nam: a, name: b}]\n')}`,
  );
  expect(new Set(before).size).toBe(before.length);
  expect(after).toEqual(expect.arrayContaining(before));
});

test('what was accepted is suppressed, with the reason', async () => {
  const accepted = agentYaml('logs', 'hostNetwork: true\ndnsPolicy: ClusterFirst\ninitContainers: [{ name: init, image: '
    + '"example.com/init:1.0.0", args: ["http://loki.logging.svc"] }]\n')
    .replace('  namespace: agents\n', '  namespace: agents\n  annotations: {acknowledged.cdk8s-node-agents/host-network-dns: fine here}\n');
  const { results } = await sarifOf([files.write('c.yaml', accepted)]);
  expect(
    results.find((each: Sarif) => each.ruleId === 'host-network-dns').suppressions,
  ).toEqual([{ kind: 'inSource', status: 'accepted', justification: 'fine here' }]);
});

test('a report has no more results, and no longer texts, than code scanning of GitHub takes', () => {
  const [about] = entriesOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' } });
  const codes = Object.keys(ERROR_CATALOGUE) as ErrorCode[];
  const many = Array.from({ length: 25_010 }, (_, index) =>
    finding({ about, code: codes[index % codes.length], path: `data.a${index}`, what: 'wrong', fix: 'correct it' }));
  const { runs: [{ tool: { driver: { rules } }, results, properties }] } = JSON.parse(sarifText(many, () => undefined));
  expect([results.length, properties]).toEqual([25_000, { resultsLeftOut: 10 }]);
  expect(rules.length).toBeGreaterThan(codes.length);
  for (const { id, shortDescription, fullDescription } of rules) {
    const longest = Math.max(shortDescription.text.length, fullDescription.text.length);
    expect([id, id.length <= 255, longest <= 1024]).toEqual([id, true, true]);
  }
  const { runs: [few] } = JSON.parse(sarifText(many.slice(0, 3), () => undefined));
  expect(few.properties).toBeUndefined();
});
