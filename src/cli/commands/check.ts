import { checkManifests, inOrder, kindsNotJudged } from '../../checks/check-manifests';
import { oncePerWorkload } from '../../checks/once-per-workload';
import { readBaseline } from '../../checks/settings/baseline';
import { CheckChoice, chosen } from '../../checks/settings/check-choice';
import { excludedRules, readSettings, rulesIn } from '../../checks/settings/settings-file';
import { SETTINGS_FILE } from '../../checks/settings/settings-place';
import { FieldLines } from '../../cluster/inventory/read/field-lines';
import { isWritten } from '../../cluster/inventory/written-workloads';
import { Entry, namespaceFor } from '../../private/entry';
import { knownMinors } from '../../private/fields/fields';
import type { ObjectFinding } from '../../private/finding';
import { OLDEST_MINOR } from '../../private/oldest-minor';
import { pageOfCode } from '../../private/pages';
import type { Command, Given } from '../command';
import { checkText } from '../format/check-text';
import { coloursFor } from '../format/colours';
import { LineOf } from '../format/finding-text';
import { githubText } from '../format/github';
import { writeArray } from '../format/json';
import { sarifText } from '../format/sarif';
import type { Io } from '../io';
import { minorOf } from '../options';
import { platformNamed } from '../platform';
import { count, printable } from '../printable';
import { readNodes } from '../read/cluster';
import { readManifests } from '../read/manifests';

export const check: Command = {
  summary: 'find what the API server would refuse, and what works but is risky',
  finds: 'findings at or above --fail-on that nobody acknowledged',
  options: {
    'kubernetes-version': { value: '1.30', about: 'the oldest Kubernetes that gets the objects; the newest one known if left out' },
    'nodes': { value: 'FILE', about: 'the nodes, for checks that depend on them: what `kubectl get nodes -o json` writes' },
    'platform': {
      value: 'PLATFORM', about: 'the platform of the clusters: eks, gke-autopilot, openshift, talos and others of docs/platforms.md',
    },
    'format': {
      value: 'FORMAT', about: 'text, json, sarif for code scanning, github for annotations of a workflow',
      choices: ['text', 'json', 'sarif', 'github'],
    },
    'only': { value: 'RULES', about: `these rules alone, with commas between them, in place of what ${SETTINGS_FILE} includes` },
    'exclude': { value: 'RULES', about: `without these rules, and those that ${SETTINGS_FILE} excludes` },
    'baseline': { value: 'FILE', about: 'what was found before fails nothing: what `check --format json` wrote' },
    'fail-on': { value: 'LEVEL', about: 'the least level that fails', choices: ['error', 'warning'] },
  },
  run,
};

/** Finds what the API server would refuse, and what works but is risky. */
async function run({ paths, options }: Given, io: Io): Promise<number> {
  const asked = options['kubernetes-version'];
  const minor = asked === undefined ? knownMinors().newest : minorOf('--kubernetes-version', asked, OLDEST_MINOR);
  const platform = platformNamed(options.platform);
  const choice = choiceFor(options);
  const fieldLines = new FieldLines();
  const { entries } = await readManifests(paths, io, { fieldLines, others: { nodes: options.nodes } });
  const nodes = options.nodes === undefined ? undefined : await readNodes(options.nodes, io);
  const found = checkManifests(entries, { minor, ...nodes && { nodes }, ...platform && { platform } });
  const findings = chosen(oncePerWorkload(inOrder(found)), choice);
  await reportMade(entries, io);
  await reportUnknown(entries, io);
  await write(findings, finding => fieldLines.lineOf(finding.about, finding.path), entries.length, options.format!, io);
  return findings.some(finding => fails(finding, options['fail-on']!)) ? 2 : 0;
}

/** What the file of the directory says, and what options say over it. */
function choiceFor({ only, exclude, baseline }: Given['options']): CheckChoice {
  const said = readSettings() ?? { exclude: new Set(), ignoredPaths: [], levels: new Map(), directory: process.cwd() };
  const listed = (text: string) => text.split(',').map(id => id.trim()).filter(id => id !== '');
  return {
    ...said,
    ...only !== undefined && { include: rulesIn('--only', listed(only)) },
    ...exclude !== undefined && { exclude: new Set([...said.exclude, ...excludedRules('--exclude', listed(exclude))]) },
    ...baseline !== undefined && { baseline: { file: baseline, keys: readBaseline(baseline) } },
  };
}

/** What controllers made of other objects is fixed there. */
async function reportMade(entries: readonly Entry[], io: Io): Promise<void> {
  const kinds = new Map<string, number>();
  for (const entry of entries) {
    if (!isWritten(entry)) {kinds.set(entry.kind, (kinds.get(entry.kind) ?? 0) + 1);}
  }
  if (kinds.size === 0) {return;}
  const counts = [...kinds].map(([kind, amount]) => count(amount, kind)).join(', ');
  await io.stderr.write(`node-agents: not judged, since controllers make them of other objects: ${printable(counts)}\n`);
}

/** Kinds of others, and those of Kubernetes that do not come with agents: one line for all of them, since there is nothing to fix. */
async function reportUnknown(entries: readonly Entry[], io: Io): Promise<void> {
  const kinds = [...kindsNotJudged(entries)].map(([kind, amount]) => (amount === 1 ? kind : `${kind} (${amount})`));
  if (kinds.length === 0) {return;}
  await io.stderr.write(`node-agents: not judged, but for their metadata and their pods: ${printable(kinds.join(', '))}; ask a cluster: `
    + '`kubectl apply --server-side --dry-run=server`\n');
}

async function write(findings: readonly ObjectFinding[], lineOf: LineOf, objects: number, format: string, io: Io): Promise<void> {
  switch (format) {
    case 'json': return writeArray(io.stdout, findings.map(each => JSON.stringify(toWire(each, lineOf(each)))));
    case 'sarif': return io.stdout.write(sarifText(findings, lineOf));
    case 'github': return io.stdout.write(githubText(findings, lineOf));
    default: return io.stdout.write(checkText(findings, lineOf, objects, io.stdout, coloursFor(io.stdout, io.env)));
  }
}

function fails({ level, acknowledged }: ObjectFinding, failOn: string): boolean {
  return acknowledged === undefined && (level === 'error' || level === 'warning' && failOn === 'warning');
}

function toWire(finding: ObjectFinding, line: number | undefined): object {
  const { code, level, refusedBy, about, path, container, what, given, allowed, fix, acknowledged } = finding;
  const { apiVersion, kind, name, source: { file } } = about;
  const object = { apiVersion, kind, namespace: namespaceFor(about), name };
  return { code, level, refusedBy, object, file, line, path, container, what, given, allowed, fix, page: pageOfCode(code), acknowledged };
}
