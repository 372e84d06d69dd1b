/**
 * Makes docs/troubleshooting.md from the tables of texts and of access, and from what `node-agents` says of examples/platform:
 *
 *     npx ts-node -T scripts/troubleshooting/make-troubleshooting.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECTIONS } from './sections';
import { run } from '../../src/cli/run';
import { shellWord } from '../../src/cluster/commands/kubectl-commands';
import type { EventText } from '../../src/cluster/events/event-text';
import { EVENT_TEXTS } from '../../src/cluster/events/known-texts';
import { Symptom, SYMPTOM_IDS, SYMPTOMS } from '../../src/cluster/events/symptom';
import { ACCESS_NEEDS } from '../../src/cluster/privileges/access-needs';

const EXAMPLE = join(__dirname, '..', '..', 'examples', 'platform');
const PAGE = join(__dirname, '..', '..', 'docs', 'troubleshooting.md');

/** The text of docs/troubleshooting.md. */
export async function troubleshootingPage(): Promise<string> {
  const sections: string[] = [];
  for (const symptom of SYMPTOM_IDS) {sections.push(await section(symptom));}
  return `<!-- made by npm run generate -->
# Troubleshooting, by symptom

One command says what is wrong with the agents of a cluster, why, and what to set. It reads files and connects to nothing:

\`\`\`sh
kubectl get nodes,pods,events -A -o json > cluster.json
npx node-agents doctor dist/ cluster.json                         # the manifests, and what the cluster says
npx node-agents doctor dist/ cluster.json --symptom mount         # one symptom
npx node-agents doctor dist/ --platform talos                     # before the rollout: the manifests alone, on nodes of a platform
npx node-agents doctor --event 'MountVolume.SetUp failed for ...' # what does this message mean?
\`\`\`

Of what is not given nothing is said: without pods and events, the answer is what would happen. Exit code 2 means errors or warnings. Events are kept for an hour, and what is over is a note.
Where a check has found the cause (a path that the platform has elsewhere), its answer takes the place of the general one.

| symptom | |
| --- | --- |
${SYMPTOM_IDS.map(symptom => `| [${SYMPTOMS[symptom]}](#${anchorOf(SYMPTOMS[symptom])}) | \`--symptom ${symptom}\` |`).join('\n')}

The answers below are about [an incident](../examples/platform/incident.json) in the [example](../examples/platform/README.md).

${sections.join('\n')}`;
}

async function section(symptom: Symptom): Promise<string> {
  const { see, ask, more } = SECTIONS[symptom];
  const rows = EVENT_TEXTS.flatMap(group => group.rows).filter(row => row.symptom === symptom);
  return [
    `## ${SYMPTOMS[symptom]}`, '', see, '',
    '```console', `$ npx node-agents ${ask.map(shellWord).join(' ')}`, (await answer(ask)).trimEnd(), '```', '',
    ...more === undefined ? [] : [more, ''],
    ...symptom === 'permission' ? [...accessTable(), ''] : [],
    ...rows.length === 0 ? [] : ['| text | written by | cause | what to do |', '| --- | --- | --- | --- |', ...rows.map(rowText), ''],
  ].join('\n');
}

/** What the command answers in the folder of the example. */
async function answer(args: readonly string[]): Promise<string> {
  const written: string[] = [];
  const output = { isTerminal: false, isClosed: () => false, write: async (text: string) => {written.push(text);} };
  const before = process.cwd();
  process.chdir(EXAMPLE);
  try {
    await run(args, { stdin: { isTerminal: true, async* read() {} }, stdout: output, stderr: output, env: {} });
  } finally {
    process.chdir(before);
  }
  return written.join('');
}

function rowText({ id, texts, reason, by, cause, fix, option }: EventText): string {
  const said = texts.length === 0 ? [`reason ${reason}`] : texts.slice(0, 3).map(text => `\`${text}\``);
  const more = texts.length > 3 ? ` and ${texts.length - 3} more` : '';
  return `| ${id}: ${cell(said.join(' or ') + more)} | ${by} | ${cell(cause)} | `
    + `${cell(`${fix}${option === undefined ? '' : ` Option: ${option}.`}`)} |`;
}

function accessTable(): string[] {
  return [
    '| to | the least | |', '| --- | --- | --- |',
    ...ACCESS_NEEDS.map(({ does, capabilities = [], namespaces = [], hostPaths = [], privileged, note = '' }) => {
      const rights = privileged ? ['`privileged: true`'] : capabilities.length > 0 ? [capabilities.join(', ')] : [];
      const least = [...rights, ...namespaces.map(name => `\`${name}: true\``), ...hostPaths.map(path => `\`${path}\``)];
      return `| ${does} | ${least.join('; ')} | ${cell(note)} |`;
    }),
  ];
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|');
}

function anchorOf(title: string): string {
  return title.toLowerCase().replace(/[^\w -]/g, '').replace(/ /g, '-');
}

if (require.main === module) {void troubleshootingPage().then(page => writeFileSync(PAGE, page));}
