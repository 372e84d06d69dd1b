import { filled } from '../../cluster/events/event-text';
import { knownTexts } from '../../cluster/events/known-texts';
import { SYMPTOM_IDS, SYMPTOMS } from '../../cluster/events/symptom';
import { FieldLines } from '../../cluster/inventory/read/field-lines';
import { namespaceOf } from '../../private/entry';
import { agentsIn } from '../agents';
import { COMMON, type Command, type Given } from '../command';
import { diagnose } from '../doctor/diagnose';
import type { Diagnosis } from '../doctor/diagnosis';
import { Incident, readIncident } from '../doctor/incident';
import { coloursFor } from '../format/colours';
import { doctorText } from '../format/doctor-text';
import { writeArray } from '../format/json';
import type { Io } from '../io';
import { printable } from '../printable';
import { readManifests } from '../read/manifests';

export const doctor: Command = {
  summary: 'say what is wrong with the DaemonSets, by symptom, with its cause and what to do',
  details: 'Nodes, running pods and events among the input count where the options are left out: `kubectl get ds,nodes,pods,events -A -o '
    + 'json` is enough.',
  finds: 'errors or warnings',
  options: {
    nodes: COMMON.nodes, pods: COMMON.pods,
    events: { value: 'FILE', about: 'the events of the cluster: what `kubectl get events -A -o json` writes' },
    platform: COMMON.platform, agent: COMMON.agent,
    symptom: { value: 'SYMPTOM', about: 'this symptom alone', choices: ['all', ...SYMPTOM_IDS] },
    event: { value: 'TEXT', about: 'the message of one event, as `kubectl describe pod` shows it: says what it means, and needs no files' },
    format: COMMON.format,
  },
  run,
};

/** Says what is wrong with each DaemonSet, from its manifest and from what the cluster says of it. */
async function run({ paths, options }: Given, io: Io): Promise<number> {
  if (options.event !== undefined && paths.length === 0) {return explainMessage(options.event, options.format!, io);}
  const fieldLines = new FieldLines();
  const others = { nodes: options.nodes, pods: options.pods, events: options.events };
  const manifests = await readManifests(paths, io, { fieldLines, others });
  const incident = await readIncident(agentsIn(manifests, options.agent), manifests.entries, options, io);
  const asked = withMessage(incident, options.event);
  const all = diagnose(asked).filter(({ symptom }) => options.symptom === 'all' || symptom === options.symptom);
  const lineOf = ({ agent, path }: Diagnosis): number | undefined => (path === undefined ? undefined : fieldLines.lineOf(agent, path));
  if (options.format === 'json') {
    await writeArray(io.stdout, all.map(each => JSON.stringify(toWire(each, lineOf(each)))));
  } else {
    const scope = { agents: incident.agents, missing: missingOf(asked), lineOf };
    await io.stdout.write(doctorText(all, scope, io.stdout, coloursFor(io.stdout, io.env)));
  }
  return all.some(({ level }) => level !== 'note') ? 2 : 0;
}

/** A message that someone has copied is about each DaemonSet that is looked at. */
function withMessage(incident: Incident, message: string | undefined): Incident {
  if (message === undefined) {return incident;}
  const copied = { kind: 'DaemonSet', reason: '', message, isWarning: true, times: 1 };
  const events = incident.agents.map(agent => ({ ...copied, namespace: namespaceOf(agent), name: agent.name }));
  return { ...incident, events: [...incident.events ?? [], ...events] };
}

function missingOf({ nodes, pods, events }: Incident): string[] {
  return [...nodes ? [] : ['nodes (--nodes or --platform)'], ...pods ? [] : ['pods (--pods)'], ...events ? [] : ['events (--events)']];
}

async function explainMessage(message: string, format: string, io: Io): Promise<number> {
  const known = knownTexts(message);
  if (format === 'json') {
    await writeArray(io.stdout, known.map(({ row: { id, symptom, by, cause, fix, option }, parts }) =>
      JSON.stringify({ symptom, code: id, by, cause: filled(cause, parts), fix: filled(fix, parts), option, parts })));
  } else {
    const colours = coloursFor(io.stdout, io.env);
    const lines = known.flatMap(({ row: { id, symptom, by, cause, fix, option }, parts }) => [
      `${colours.bold(SYMPTOMS[symptom])}: ${id}, written by the ${by}`, `  cause: ${printable(filled(cause, parts))}`,
      `  fix: ${printable(filled(fix, parts))}`,
      ...option === undefined ? [] : [colours.dim(`  set: ${option}`)],
    ]);
    const unknown = known.length === 0 ? ['this text is not in the table of docs/troubleshooting.md'] : [];
    await io.stdout.write(`${[...lines, ...unknown].join('\n')}\n`);
  }
  return known.length === 0 ? 0 : 2;
}

function toWire(diagnosis: Diagnosis, line: number | undefined): object {
  const { agent, symptom, level, code, from, nodes, pods, container, says, by, times, cause, fix, option, path, parts } = diagnosis;
  return {
    agent: { namespace: namespaceOf(agent), name: agent.name }, symptom, level, code, from, nodes, pods, container, by, says, times,
    cause, fix, option, path,
    file: agent.source.file, line, parts,
  };
}
