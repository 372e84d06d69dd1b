import { InputError } from '../../cluster/inventory/read/input-error';
import { Forbidden, FORBIDDEN, Violation, violationsOf } from '../../plan/forbidden';
import { ChangePlan, isEmpty, planBetween } from '../../plan/plan';
import { planToWire } from '../../plan/wire';
import { quote } from '../../private/agent-error';
import { nearest } from '../../private/nearest';
import { COMMON, type Command, type Given } from '../command';
import { coloursFor } from '../format/colours';
import { planHtml } from '../format/plan/plan-html';
import { planMarkdown } from '../format/plan/plan-markdown';
import { planText } from '../format/plan/plan-text';
import type { Io } from '../io';
import { Cluster, readCluster } from '../read/cluster';
import { Manifests, readManifests, soundOnes } from '../read/manifests';

export const plan: Command = {
  summary: 'say what a change does to the nodes: restarts and waves, where it stalls, nodes and rights that agents gain and lose',
  takes: 'OLD NEW',
  details: [
    'OLD is what is there: released files, git:origin/main:dist, or what `kubectl get -o yaml` writes of a cluster;',
    '/dev/null where nothing is there yet. Nodes and running pods among the input count where --nodes or --pods is left out.',
    'Without nodes, nothing is said of waves, time and coverage.',
  ].join('\n'),
  finds: 'changes',
  forbids: 'changes that --fail-on forbids',
  options: {
    'nodes': COMMON.nodes, 'pods': COMMON.pods, 'platform': COMMON.platform,
    'prune': { about: 'what is not in NEW is removed, whoever it belongs to; without it only what carries our labels' },
    'fail-on': { value: 'WHAT', about: `what is forbidden, separated by commas: ${FORBIDDEN.join(', ')}` },
    'format': {
      value: 'FORMAT', about: 'text for people, json for programs, markdown for a comment on a pull request, html for a page', choices: [
        'text', 'json', 'markdown', 'html',
      ],
    },
  },
  run,
};

/** Says what a change does to the nodes. */
async function run({ paths, options }: Given, io: Io): Promise<number> {
  if (paths.length !== 2) {
    throw new InputError(
      `plan takes two inputs, OLD and NEW, and got ${paths.length} (see node-agents plan --help)`,
    );
  }
  const forbidden = forbiddenIn(options['fail-on']);
  const [old, next] = await readBoth(paths, options, io);
  const cluster = await clusterOf(options, [...next.entries, ...old.entries], io);
  const found = planBetween(soundOnes(old.entries), soundOnes(next.entries), {
    ...cluster
    && { cluster }, prune: options.prune !== undefined,
  });
  const violations = violationsOf(found, forbidden);
  await write(found, violations, options.format!, io);
  if (violations.length > 0) {return 3;}
  return isEmpty(found) ? 0 : 2;
}

async function readBoth([old, next]: readonly string[], { nodes, pods }: Given['options'], io: Io): Promise<[Manifests, Manifests]> {
  const before = await readManifests([old], io, { mayBeEmpty: true, others: { new: next, nodes, pods } });
  return [before, await readManifests([next], io, { mayBeEmpty: true })];
}

/** Undefined where nothing is said of nodes. */
async function clusterOf(options: Given['options'], entries: Manifests['entries'], io: Io): Promise<Cluster | undefined> {
  const isAbout = options.nodes !== undefined
    || options.platform !== undefined || entries.some(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Node');
  return isAbout ? readCluster(options, entries, io) : undefined;
}

function forbiddenIn(given: string = ''): Forbidden[] {
  return [...new Set(given.split(',').map(each => each.trim()).filter(each => each !== ''))].map(each => {
    const known = FORBIDDEN.find(what => what === each);
    if (known) {return known;}
    const meant = nearest(each, FORBIDDEN);
    throw new InputError(`--fail-on takes ${FORBIDDEN.join(', ')}, and is ${quote(each)}${meant === undefined
      ? ''
      : `: did you mean ${meant}?`}`);
  });
}

async function write(found: ChangePlan, violations: readonly Violation[], format: string, io: Io): Promise<void> {
  switch (format) {
    case 'json': return io.stdout.write(`${JSON.stringify(planToWire(found, violations))}\n`);
    case 'markdown': return io.stdout.write(planMarkdown(found, violations));
    case 'html': return io.stdout.write(planHtml(found, violations));
    default: return io.stdout.write(planText(found, violations, coloursFor(io.stdout, io.env)));
  }
}
