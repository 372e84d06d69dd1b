import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { describeFinding } from './findings';
import { build, CACHE, judge, requireGo } from './go';
import { againstSchemas, oldestFor, writeAgents } from './inputs/agents';
import { writeBoots } from './inputs/boots';
import { writeChanges } from './inputs/changes';
import { claimProblems, readClaims, writeClaims } from './inputs/claims';
import { writePlacement } from './inputs/placement';
import { writePods } from './inputs/pod-security';
import { writeRollouts } from './inputs/rollouts';
import { writeScenario } from './inputs/scenario';
import { writeScheduling } from './inputs/scheduling';
import type { Finding, Report } from './report';
import { blindSpots } from './self-check';
import { Row, tableOf, withTable, worse } from './table';
import { judgeTexts } from './texts';

/**
 * Puts what the library promises before the code of Kubernetes itself; docs/conformance.md says what that is.
 *
 *   npm run conformance                        judges, and keeps the table in docs/conformance.md
 *   npm run conformance -- --check             judges, and fails where a figure is worse than the one that is kept
 *   npm run conformance -- --seed 7            other agents, nodes and pods; nothing is kept
 *   npm run conformance -- --times 3           three times as many of them; nothing is kept
 *   npm run conformance -- --renew-release     takes today's manifests as those of the last release; judges nothing
 */
const ROOT = join(__dirname, '..', '..');
const GOLDEN = join(ROOT, 'test', 'golden');
const EXAMPLES = join(ROOT, 'examples');
const LAST_RELEASE = join(ROOT, 'conformance', 'last-release');
const PAGE = join(ROOT, 'docs', 'conformance.md');
const INPUTS = join(CACHE, 'inputs');

const SEED = 1;
const AGENTS = { oldest: 2000, newer: 400 };
const PAIRS = 100_000;
const SCHEDULED = 10_000;
const PODS = 2000;
const TEXTS = { texts: 30_000, maps: 100_000 };
const SHOWN = 20;

/** A file that is committed: what it is today, and the copy of the last release. */
interface Committed { readonly file: string; readonly last: string }

function committed(): { goldens: Committed[]; examples: Committed[] } {
  const goldens = yamlIn(GOLDEN).map(name => ({ file: join(GOLDEN, name), last: join(LAST_RELEASE, 'golden', name) }));
  const examples = readdirSync(EXAMPLES).filter(name => existsSync(join(EXAMPLES, name, 'expected'))).flatMap(name =>
    yamlIn(join(EXAMPLES, name, 'expected')).map(file => ({
      file: join(EXAMPLES, name, 'expected', file), last: join(LAST_RELEASE, 'examples', name, file),
    })));
  return { goldens, examples };
}

function yamlIn(folder: string): string[] {
  return readdirSync(folder).filter(name => name.endsWith('.yaml')).sort();
}

function renewRelease(): void {
  rmSync(LAST_RELEASE, { recursive: true, force: true });
  const { goldens, examples } = committed();
  for (const { file, last } of [...goldens, ...examples]) {cpSync(file, last, { recursive: true });}
  console.log('conformance/last-release holds what the library writes today');
}

/** Every file of the last release, beside what is written in its place today. */
function writeUpgrades(list: string, files: readonly Committed[]): Finding[] {
  const today = new Map(files.map(({ file, last }) => [last, file]));
  const stored = readdirSync(LAST_RELEASE, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.yaml')).map(
    name => join(LAST_RELEASE, name),
  ).sort();
  writeFileSync(list, JSON.stringify(stored.filter(last => today.has(last)).map(last => ({ last, today: today.get(last) }))));
  return stored.filter(last => !today.has(last)).map(input => ({
    judge: 'no immutable change', input, document: 0,
    message: 'the last release wrote this file, and nothing is written in its place today',
  }));
}

async function main(): Promise<void> {
  const began = Date.now();
  const lap = (what: string) => console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${what}`);
  const option = (name: string) => process.argv.includes(name);
  const wholeNumber = (name: string, usual: number) => {
    const given = option(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : usual;
    if (!Number.isSafeInteger(given)) throw new Error(`${name} takes a whole number`);
    return given;
  };
  if (option('--renew-release')) return renewRelease();
  const seed = wholeNumber('--seed', SEED);
  const times = wholeNumber('--times', 1);
  const counts = {
    agents: { oldest: AGENTS.oldest * times, newer: AGENTS.newer * times }, pairs: PAIRS * times, scheduled: SCHEDULED * times,
    pods: PODS * times,
    texts: { texts: TEXTS.texts * times, maps: TEXTS.maps * times },
  };
  requireGo();
  // random agents are full of what warnings are about
  process.env.NODE_AGENTS_WARNINGS = 'off';

  rmSync(INPUTS, { recursive: true, force: true });
  mkdirSync(INPUTS, { recursive: true });
  const input = (name: string) => join(INPUTS, name);
  const table = readClaims(join(ROOT, 'conformance', 'claims.yaml'));
  const broken = [...claimProblems(table), ...blindSpots(table).map(what => `the judges in TypeScript do not notice ${what}`)];
  if (broken.length > 0) throw new Error(broken.join('\n'));
  const claims = writeClaims(table, input('claims'), input('claims.json'));
  writeScenario(join(EXAMPLES, 'platform', 'expected', 'node-agents.k8s.yaml'), input('scenario.json'));
  const rollouts = writeRollouts(input('rollouts.json'));
  const boots = writeBoots(EXAMPLES, input('boots.json'));
  const { goldens, examples } = committed();
  const files = [...goldens, ...examples];
  const findings: Finding[] = writeUpgrades(input('upgrades.json'), files);
  console.log(`seed ${seed}: ${counts.agents.oldest} agents for the oldest Kubernetes, ${counts.agents.newer} for newer ones, `
    + `${counts.pairs} pairs of agent and node, ${counts.scheduled} full nodes, ${counts.pods} pods`);

  const built = build().then(() => lap('the judges are built'));
  const generated = (async () => {
    await writePlacement(input('placement.jsonl'), seed, counts.pairs);
    await writeScheduling(input('scheduling.jsonl'), seed, counts.scheduled);
    const changes = writeChanges(input('changes.json'), seed);
    const answers = writePods(input('pods.jsonl'), seed, counts.pods);
    const agents = await writeAgents(input('agents'), seed, counts.agents);
    lap('the inputs are made');
    return { answers, agents, changes };
  })();

  const timed = async (...[name, program, args]: Parameters<typeof judge>): Promise<Report> => {
    const report = await judge(name, program, args);
    lap(`${name}: ${JSON.stringify(report.figures)}`);
    return report;
  };
  const timedTexts = async (all: readonly string[]) => {
    const report = await judgeTexts(seed, all, counts.texts);
    lap(`texts: ${report.texts} in ${report.places} places, ${report.maps} maps, ${report.readers} readers`);
    return report;
  };
  // the cluster with nodes waits more than it works; the other judges take turns beside it
  const ran = built.then(() => timed('run', 'conformance run', [
    '-claims', input('claims.json'), '-rollouts', input('rollouts.json'), input('scenario.json'),
  ]));
  const booted = ran.then(() => timed('boot', 'conformance boot', [input('boots.json')]));
  const changed = Promise.all([booted, generated]).then(() => timed('changes', 'conformance changes', [input('changes.json')]));
  const judged = Promise.all([built, generated]).then(async ([, { answers, agents, changes }]) => {
    const oldest = files.map(({ file }) => file).filter(file => oldestFor(objectsOf(file)) === 28);
    const all = files.map(({ file }) => file);
    findings.push(...agents.schemaFindings, ...all.flatMap(file => againstSchemas(file, objectsOf(file), oldestFor(objectsOf(file)))));
    return {
      answers,
      agents,
      changes,
      oldest,
      old: await timed('accept-1.28', 'accept-1.28', ['-claims', input('claims.json'), ...oldest, input('agents/1.28')]),
      now: await timed('accept-1.36', 'accept-1.36', ['-claims', input('claims.json'), ...all, input('agents')]),
      place: await timed('place', 'conformance place', [input('placement.jsonl')]),
      schedule: await timed('schedule', 'conformance schedule', [input('scheduling.jsonl')]),
      pods: await timed('podsecurity', 'conformance podsecurity', [input('pods.jsonl')]),
      apply: await timed('apply', 'conformance apply',
        ['-claims', input('claims.json'), '-upgrades', input('upgrades.json'), '-agents', input('agents'), ...all]),
      texts: await timedTexts(all),
    };
  });
  const [run, boot, plans, { agents, changes, oldest, answers, old, now, place, schedule, pods, apply, texts }]
    = await Promise.all([ran, booted, changed, judged]);
  const reports = [old, now, place, schedule, pods, apply, run, boot, plans];
  findings.push(...reports.flatMap(report => report.findings), ...texts.findings);

  const count = (...names: string[]) => findings.filter(each => names.includes(each.judge)).length;
  const from = (report: Report, name: string) => report.findings.filter(each => each.judge === name).length;
  const say = (number: number) => number.toLocaleString('en');
  const filesFor = (own: readonly string[], made: number) =>
    `${own.filter(file => file.startsWith(GOLDEN)).length} goldens, ${own.filter(file => file.startsWith(EXAMPLES)).length} examples, `
      + `${say(made)} agents`;
  const everything = filesFor(files.map(({ file }) => file), agents.count);
  const rows: Row[] = [
    {
      promise: 'accepted', judge: `strict create, oldest Kubernetes (${old.kubernetes})`, judged: filesFor(
        oldest, agents.forOldest,
      ), findings: from(old, 'accepted'),
    },
    {
      promise: 'accepted', judge: `strict create, newest Kubernetes (${now.kubernetes})`, judged: everything, findings: from(
        now, 'accepted',
      ),
    },
    {
      promise: 'accepted', judge: 'strict schemas of all minors from the oldest cluster on', judged: everything, findings: findings.filter(
        each => / schema of /.test(each.message),
      ).length,
    },
    {
      promise: 'accepted', judge: `server-side apply, API server of ${apply.kubernetes}`, judged: everything, findings: from(
        apply, 'accepted',
      ),
    },
    {
      promise: 'no drift', judge: 'a second apply, what is stored, merge keys of kubectl', judged: everything, findings: count('no drift'),
    },
    {
      promise: 'no immutable change', judge: 'manifests of the last release, replaced in place',
      judged: `${apply.figures['files replaced'] ?? 0} files`, findings: count('no immutable change'),
    },
    {
      promise: 'placed where we say', judge: 'DaemonSet controller', judged: `${say(place.figures.pairs)} pairs of agent and node`,
      findings: count('placed'),
    },
    {
      promise: 'fits where we say', judge: 'filters of the scheduler', judged: `${say(schedule.figures.cases)} agents on nodes with pods`,
      findings: count('scheduled'),
    },
    {
      promise: 'Pod Security level and reasons', judge: 'Pod Security admission, policy of each minor', judged: `${say(answers)} answers`,
      findings: count('pod security'),
    },
    {
      promise: 'runs', judge: 'DaemonSet controller, scheduler, node lifecycle controller',
      judged: `${run.figures['pods promised']} pods in ${run.figures.steps} steps`, findings: count('runs'),
    },
    {
      promise: 'rolls out as we say', judge: 'DaemonSet controller, scheduler, node lifecycle controller',
      judged: `${run.figures.rollouts} rollouts`, findings: count('rolls out'),
    },
    {
      promise: 'boots as we say', judge: 'DaemonSet controller, scheduler, node lifecycle controller',
      judged: `${boot.figures.boots} clusters without a network`, findings: count('boots'),
    },
    {
      promise: 'changes objects as we plan', judge: `server-side apply, API server of ${plans.kubernetes}`,
      judged: `${say(plans.figures.objects)} objects in ${plans.figures.changes} changes`, findings: count('plan'),
    },
    {
      promise: 'restarts pods as we plan', judge: 'DaemonSet controller, garbage collector, scheduler, node lifecycle controller',
      judged: `${plans.figures.agents} agents in ${plans.figures.changes} changes on ${plans.figures.nodes} nodes, `
        + `${say(plans.figures['pods restarted'])} pods restarted, ${plans.figures.waves} waves, ${plans.figures.stalls} stalls`,
      findings: count('restarts'),
    },
    {
      promise: 'read as written', judge: `YAML readers of Go, Python and JavaScript (${texts.readers})`,
      judged: `${say(texts.texts)} texts in ${say(texts.places)} places of ${texts.kinds} kinds`, findings: count('read as written'),
    },
    {
      promise: 'bytes of cdk8s', judge: 'the same readers, and the YAML writer of cdk8s', judged: `${say(texts.maps)} random maps`,
      findings: count('bytes of cdk8s'),
    },
    {
      promise: 'refused where we refuse', judge: 'both strict creates, server-side apply',
      judged: `${claims} claims on ${Object.keys(table.claims).length} codes`, findings: count('refused') - from(run, 'refused'),
    },
    {
      promise: 'accepted, and never works', judge: 'scheduler, controllers, functions of the kubelet, authorizer',
      judged: `${run.figures.symptoms} symptoms`, findings: from(run, 'refused'),
    },
    {
      promise: 'judges can fail', judge: 'inputs that are known to be bad',
      judged: `${[...reports, texts].flatMap(report => report.proofs).length} inputs, all found`, findings: 0,
    },
  ];
  const seenAll = place.figures.pairs >= counts.pairs && schedule.figures.cases === counts.scheduled && pods.figures.answers === answers
    && run.figures.rollouts === rollouts && boot.figures.boots === boots && plans.figures.changes === changes;
  if (!seenAll) throw new Error('a judge has not seen all of its inputs');

  for (const finding of findings.slice(0, SHOWN)) {console.log(`\n${describeFinding(finding, agents.describe)}`);}
  if (findings.length > SHOWN) {console.log(`\n${findings.length - SHOWN} more, in ${CACHE}`);}
  const page = readFileSync(PAGE, 'utf8');
  const regressions = option('--check') ? worse(page, rows) : [];
  for (const regression of regressions) {console.log(`worse than in docs/conformance.md: ${regression}`);}
  if (findings.length + regressions.length > 0) {
    process.exitCode = 1;
  } else if (!option('--check') && seed === SEED && times === 1) {
    writeFileSync(PAGE, withTable(page, rows));
  }
  lap(findings.length === 0 ? 'no contradiction' : `${findings.length} contradictions`);
  console.log(`\n${tableOf(rows)}`);
}

function objectsOf(file: string): any[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).map(document => document.toJS()).filter(object => object !== null
    && object !== undefined);
}

main().catch(error => {
  console.error(`conformance: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
});
