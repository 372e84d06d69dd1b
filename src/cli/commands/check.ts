import { checkManifests } from '../../checks/check-manifests';
import { FieldLines } from '../../cluster/inventory/read/field-lines';
import { namespaceFor } from '../../private/entry';
import { knownMinors } from '../../private/fields/fields';
import type { ObjectFinding } from '../../private/finding';
import { OLDEST_MINOR } from '../../private/oldest-minor';
import type { Command, Given } from '../command';
import { checkText } from '../format/check-text';
import { coloursFor } from '../format/colours';
import type { LineOf } from '../format/finding-text';
import { githubText } from '../format/github';
import { writeArray } from '../format/json';
import { sarifText } from '../format/sarif';
import type { Io } from '../io';
import { minorOf } from '../options';
import { platformNamed } from '../platform';
import { readNodes } from '../read/cluster';
import { readManifests } from '../read/manifests';

export const check: Command = {
  summary: 'find what the API server would refuse, and what works but is risky',
  finds: 'findings at or above --fail-on that nobody acknowledged',
  options: {
    'kubernetes-version': { value: '1.30', about: 'the oldest Kubernetes that gets the objects; the newest one known if left out' },
    'nodes': { value: 'FILE', about: 'the nodes, for checks that depend on them: what `kubectl get nodes -o json` writes' },
    'platform': { value: 'PLATFORM', about: 'the platform of the clusters: eks, gke-autopilot, openshift, talos and others of docs/platforms.md' },
    'format': {
      value: 'FORMAT', about: 'text, json, sarif for code scanning, github for annotations of a workflow', choices: ['text', 'json', 'sarif', 'github'],
    },
    'fail-on': { value: 'LEVEL', about: 'the least level that fails', choices: ['error', 'warning'] },
  },
  run,
};

/** Finds what the API server would refuse, and what works but is risky. */
async function run({ paths, options }: Given, io: Io): Promise<number> {
  const asked = options['kubernetes-version'];
  const minor = asked === undefined ? knownMinors().newest : minorOf('--kubernetes-version', asked, OLDEST_MINOR);
  const platform = platformNamed(options.platform);
  const fieldLines = new FieldLines();
  const { entries } = await readManifests(paths, io, { fieldLines, others: { nodes: options.nodes } });
  const nodes = options.nodes === undefined ? undefined : await readNodes(options.nodes, io);
  const findings = checkManifests(entries, { minor, ...nodes && { nodes }, ...platform && { platform } });
  await write(findings, finding => fieldLines.lineOf(finding.about, finding.path), entries.length, options.format!, io);
  return findings.some(finding => fails(finding, options['fail-on']!)) ? 2 : 0;
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
  return { code, level, refusedBy, object, file, line, path, container, what, given, allowed, fix, acknowledged };
}
